"""Tables: found on pages by their rules and by aligned figures; judged; joined over pages; turned into records.

One public door: `find_tables`.
"""

from extractors.tables.document import find_tables

__all__ = ["find_tables"]
