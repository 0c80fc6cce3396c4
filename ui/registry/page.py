"""资料: the office's own data, one tab for each kind."""

from typing import TypeVar

from typing_extensions import override

from ui.lazy_tabs import LazyTabs
from ui.page import Page
from ui.registry.calendar_tab import CalendarTab
from ui.registry.fees_tab import FeesTab
from ui.registry.groups_tab import GroupsTab
from ui.registry.kept_tab import KeptTab
from ui.registry.lanes_tab import LanesTab
from ui.registry.people_tab import PeopleTab
from ui.registry.phrases_tab import PhrasesTab
from ui.registry.preflight_tab import PreflightTab
from ui.registry.publications_tab import PublicationsTab
from ui.registry.quality_tab import QualityTab
from ui.registry.quotas_tab import QuotasTab
from ui.registry.reasons_tab import ReasonsTab
from ui.registry.rules_tab import RulesTab
from ui.registry.schemes_tab import SchemesTab
from ui.registry.snapshot import Snapshot, read
from ui.registry.topics_tab import TopicsTab
from ui.registry.units_tab import UnitsTab
from ui.registry.words_tab import WordsTab
from ui.session import Session, Topic

AnyTab = (
    UnitsTab
    | GroupsTab
    | QuotasTab
    | PublicationsTab
    | SchemesTab
    | ReasonsTab
    | PeopleTab
    | LanesTab
    | CalendarTab
    | TopicsTab
    | QualityTab
    | FeesTab
    | RulesTab
    | PreflightTab
    | WordsTab
    | KeptTab
    | PhrasesTab
)


TabT = TypeVar("TabT", bound=AnyTab)

_TITLES: dict[type[AnyTab], str] = {
    UnitsTab: "单位",
    GroupsTab: "分组",
    QuotasTab: "目标任务",
    PublicationsTab: "刊物与栏目",
    SchemesTab: "计分办法",
    ReasonsTab: "理由",
    PeopleTab: "人员",
    LanesTab: "审签流程",
    CalendarTab: "时限与日历",
    TopicsTab: "选题",
    RulesTab: "检查规则",
    PreflightTab: "印发前检查",
    WordsTab: "词表",
    PhrasesTab: "常用语",
    KeptTab: "永久保留",
    FeesTab: "稿酬",
    QualityTab: "来稿情况",
}


class RegistryPage(Page):
    """Tabs on one snapshot of the registry, each made when it is first looked at.

    ``show_target`` takes a tab's title.
    """

    topics = frozenset({Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "资料")
        self._snapshot = Snapshot()
        self.tabs: LazyTabs[AnyTab] = LazyTabs(_TITLES, self._made)
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _at: self.current)  # made when it comes on view

    @property
    def current(self) -> AnyTab:
        """The tab on view."""
        return self.tabs.current

    def tab(self, kind: type[TabT]) -> TabT:
        """The tab of that kind, made when it is first asked for."""
        return self.tabs.tab(kind)

    @override
    def refresh(self) -> None:
        self._snapshot = read(self.session.store)
        for tab in self.tabs.made:
            tab.show_snapshot(self._snapshot)

    @override
    def enter(self) -> None:
        super().enter()
        self.current.view.setFocus()

    @override
    def show_target(self, target: object) -> None:
        titles = list(_TITLES.values())
        if target in titles:
            self.tabs.setCurrentIndex(titles.index(str(target)))
            self.current.view.setFocus()

    @override
    def leave(self) -> None:
        for tab in self.tabs.made:
            tab.save_typed()

    def _made(self, kind: type[AnyTab]) -> AnyTab:
        """A tab, up to date."""
        tab = kind(self.session)
        tab.show_snapshot(self._snapshot)
        return tab
