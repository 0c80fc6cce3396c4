"""The tabs of the 设置 page, in order."""

from ui.audit.tab import AuditTab
from ui.backups.tab import BackupsTab
from ui.handover.tab import HandoverTab
from ui.locking.tab import LockingTab
from ui.secrecy.tab import SecrecyTab
from ui.settings.office_tab import OfficeTab
from ui.tabbed_page import Tab

TABS: tuple[type[Tab], ...] = (
    OfficeTab,
    LockingTab,
    BackupsTab,
    SecrecyTab,
    AuditTab,
    HandoverTab,
)
