"""How figures are held against one another: grids, identities, verdicts, explanations and blame; knows no rule."""
