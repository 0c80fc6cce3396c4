"""The tabs of the 督办 page, in order."""

from ui.tasks.tab import TaskTab

TABS: tuple[type[TaskTab], ...] = ()
