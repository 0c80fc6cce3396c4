"""The tabs of the 督办 page, in order."""

from ui.commissions.tab import CommissionsTab
from ui.tasks.tab import TaskTab

TABS: tuple[type[TaskTab], ...] = (CommissionsTab,)
