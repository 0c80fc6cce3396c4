"""The tabs of the 设置 page, in order."""

from ui.audit.tab import AuditTab
from ui.backups.tab import BackupsTab
from ui.handover.tab import HandoverTab
from ui.settings.office_tab import OfficeTab
from ui.tabbed_page import Tab

TABS: tuple[type[Tab], ...] = (
    OfficeTab,
    BackupsTab,
    AuditTab,
    HandoverTab,
)
