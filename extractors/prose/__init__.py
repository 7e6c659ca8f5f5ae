"""Figures stated in running text: the amount, what it is about, its year and scenario.

Two public doors: `figures_in_prose` and `aliases`.
"""

from extractors.prose.figures import aliases, figures_in_prose

__all__ = ["aliases", "figures_in_prose"]
