"""The tabs of the 督办 page, in order."""

from ui.commissions.tab import CommissionsTab
from ui.emergencies.tab import EmergenciesTab
from ui.forwardings.tab import ForwardingsTab
from ui.instructions.tab import InstructionsTab
from ui.tasks.tab import TaskTab
from ui.timeliness.tab import TimelinessTab
from ui.topic_pool.tab import TopicPoolTab

TABS: tuple[type[TaskTab], ...] = (
    CommissionsTab,
    TopicPoolTab,
    EmergenciesTab,
    InstructionsTab,
    ForwardingsTab,
    TimelinessTab,
)
