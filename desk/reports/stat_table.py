"""The statistics table as reports know it; the page engine takes it from its neutral place."""

from desk.stat_table import PERCENT, Head, HeadCell, StatTable, text_of

__all__ = ("PERCENT", "Head", "HeadCell", "StatTable", "text_of")
