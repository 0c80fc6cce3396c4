"""资料: the office's own data, one tab for each kind."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

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

_TITLES = {
    "units": "单位",
    "groups": "分组",
    "quotas": "目标任务",
    "publications": "刊物与栏目",
    "schemes": "计分办法",
    "reasons": "理由",
    "people": "人员",
    "lanes": "审签流程",
    "calendar": "时限与日历",
    "subjects": "选题",
    "rules": "检查规则",
    "preflight": "印发前检查",
    "words": "词表",
    "phrases": "常用语",
    "kept": "永久保留",
    "fees": "稿酬",
    "quality": "来稿情况",
}


class RegistryPage(Page):
    """Tabs on one snapshot of the registry, each made when it is first looked at.

    ``show_target`` takes a tab's title.
    """

    topics = frozenset({Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "资料")
        self._snapshot = Snapshot()
        self._built: list[AnyTab] = []
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        self._places: dict[str, QVBoxLayout] = {}
        for name, title in _TITLES.items():
            place = QWidget()
            self._places[name] = QVBoxLayout(place)
            self._places[name].setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(place, title)
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _at: self.current())
        self.current()

    def current(self) -> AnyTab:
        """The tab on view."""
        tab: AnyTab = getattr(self, list(_TITLES)[self.tabs.currentIndex()])
        return tab

    @override
    def refresh(self) -> None:
        self._snapshot = read(self.session.store)
        self.current()
        for tab in self._built:
            tab.show_snapshot(self._snapshot)

    @override
    def enter(self) -> None:
        super().enter()
        self.current().view.setFocus()

    @override
    def show_target(self, target: object) -> None:
        titles = list(_TITLES.values())
        if target in titles:
            self.tabs.setCurrentIndex(titles.index(str(target)))
            self.current().view.setFocus()

    @override
    def leave(self) -> None:
        for tab in self._built:
            tab.save_typed()

    def _made(self, name: str, kind: type[TabT]) -> TabT:
        """A tab in its place, up to date."""
        tab = kind(self.session)
        self._places[name].addWidget(tab)
        tab.show()  # now, where Qt would wait for its loop
        self._built.append(tab)
        tab.show_snapshot(self._snapshot)
        return tab

    @cached_property
    def units(self) -> UnitsTab:
        """单位."""
        return self._made("units", UnitsTab)

    @cached_property
    def groups(self) -> GroupsTab:
        """分组."""
        return self._made("groups", GroupsTab)

    @cached_property
    def quotas(self) -> QuotasTab:
        """目标任务."""
        return self._made("quotas", QuotasTab)

    @cached_property
    def publications(self) -> PublicationsTab:
        """刊物与栏目."""
        return self._made("publications", PublicationsTab)

    @cached_property
    def schemes(self) -> SchemesTab:
        """计分办法."""
        return self._made("schemes", SchemesTab)

    @cached_property
    def reasons(self) -> ReasonsTab:
        """理由."""
        return self._made("reasons", ReasonsTab)

    @cached_property
    def people(self) -> PeopleTab:
        """人员."""
        return self._made("people", PeopleTab)

    @cached_property
    def lanes(self) -> LanesTab:
        """审签流程."""
        return self._made("lanes", LanesTab)

    @cached_property
    def calendar(self) -> CalendarTab:
        """时限与日历."""
        return self._made("calendar", CalendarTab)

    @cached_property
    def subjects(self) -> TopicsTab:
        """选题."""
        return self._made("subjects", TopicsTab)

    @cached_property
    def rules(self) -> RulesTab:
        """检查规则."""
        return self._made("rules", RulesTab)

    @cached_property
    def preflight(self) -> PreflightTab:
        """印发前检查."""
        return self._made("preflight", PreflightTab)

    @cached_property
    def words(self) -> WordsTab:
        """词表."""
        return self._made("words", WordsTab)

    @cached_property
    def phrases(self) -> PhrasesTab:
        """常用语."""
        return self._made("phrases", PhrasesTab)

    @cached_property
    def kept(self) -> KeptTab:
        """永久保留."""
        return self._made("kept", KeptTab)

    @cached_property
    def fees(self) -> FeesTab:
        """稿酬."""
        return self._made("fees", FeesTab)

    @cached_property
    def quality(self) -> QualityTab:
        """来稿情况."""
        return self._made("quality", QualityTab)
