"""评先: who is proposed for which honour, decided here with reasons, settled and printed."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from desk.awards import keeping
from desk.awards.award_list import AwardList
from desk.awards.board import BoardRow, board, changed_since
from desk.awards.deciding import Awarded, Decision
from desk.awards.plan import AwardPlan, Whom
from desk.layout.forms import form_docx, form_pdf
from desk.office_clock import office_time
from desk.reports.honours import certificate, honours_form, honours_workbook
from desk.surveys.survey import Survey
from ui import style
from ui.awards.outside_window import OutsideWindow
from ui.awards.plan_window import PlanWindow
from ui.buttons import push_button
from ui.dialogs import save_path
from ui.export import Export
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = "没有符合的单位、个人和信息\n\n换一个时段、分组，或者在“只看”里选“全部”"
_SETTLED = "名单已经定下；要改请先按“重新评”"
_REASONS = ("发生泄密、失实等问题", "承办全省现场会", "递补", "领导集体研究决定")
_SHOWN: dict[str, Callable[[BoardRow], bool]] = {
    "评上的": lambda row: bool(row.given),
    "单位": lambda row: row.whom is Whom.UNIT,
    "个人": lambda row: row.whom is Whom.PERSON,
    "信息": lambda row: row.whom is Whom.ITEM,
    "人工改定的": lambda row: row.decided,
    "全部": lambda _row: True,
}


def _grey(row: BoardRow) -> str | None:
    return None if row.given else style.MUTED


COLUMNS: tuple[Column[BoardRow], ...] = (
    Column("whom", "评什么", lambda row: row.whom.value, 60, colour=_grey),
    Column("group", "分组", lambda row: row.group, 120, colour=_grey, tip=lambda row: row.group),
    Column(
        "rank", "名次", lambda row: str(row.rank or "—"), 52, sort=lambda row: row.rank, right=True
    ),
    Column("name", "名称", lambda row: row.name, 240, colour=_grey, stretch=True,
           tip=lambda row: row.name),
    Column("units", "单位", lambda row: "" if row.whom is Whom.UNIT else "、".join(row.units), 150,
           colour=_grey, tip=lambda row: "、".join(row.units)),
    Column("figures", "情况", lambda row: row.figures, 230, colour=_grey,
           tip=lambda row: row.figures),
    Column("proposed", "建议", lambda row: row.proposed, 80, colour=_grey),
    Column("given", "评定", lambda row: row.given, 80),
    Column("state", "状态", lambda row: row.state, 96, colour=_grey),
    Column("why", "为什么", lambda row: row.why, 200, colour=_grey, tip=lambda row: row.why),
)  # fmt: skip


class AwardsTab(ScoresTab):
    """All candidates of the page's days; Enter decides, Del lets the proposal hold again."""

    title = "评先"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "awards")
        self._survey: Survey | None = None
        self._list: AwardList | None = None
        self._rows: Sequence[BoardRow] = ()
        self._given: tuple[Awarded, ...] = ()
        self.model: MemoryModel[BoardRow] = MemoryModel(COLUMNS)
        self.view = ListView(self.session, self.model, "评先", empty=_EMPTY)
        self.choice = QComboBox()
        self.choice.setAccessibleName("只看")
        self.choice.addItems(list(_SHOWN))
        self.told, self.warning = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.warning.setObjectName("fieldError")
        self.warning.hide()
        self.strip = ReasonStrip(self.session.settings.scale)
        self.plan_button = push_button("评先办法……", "等次、名额和条件")
        self.decide_button = push_button("改定", "和建议不一样的，改定等次，写明理由（Enter）")
        self.add_button = push_button("添加……", "添加台账里没有的单位、个人（Ctrl+N）")
        self.settle_button = push_button("定下名单", "把名单定下来，以后得分变了也不变")
        self._tips = {
            button: button.toolTip()
            for button in (self.plan_button, self.decide_button, self.add_button)
        }
        self.plan_window = PlanWindow(self.session, self, self._save_plan)
        self.outside_window = OutsideWindow(self.session, self, self._add)
        self._lay_out()
        self._connect()

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        store = self.session.store
        self.session.look(lambda: keeping.award_list(store, survey), self._show_list)

    @override
    def narrow(self) -> None:
        group = self.page.group.currentText() if self.page.group_id is not None else ""
        shows = _SHOWN[self.choice.currentText()]
        self.model.set_rows([row for row in self._rows if shows(row) and group in ("", row.group)])
        self.model.set_filter(self.page.words)
        if self.model.rows:
            self.view.choose(0)

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("表彰名单（Excel）", partial(self._save, ".xlsx", "Excel 工作簿")),
            Export("表彰名单（Word）", partial(self._save, ".docx", "Word 文件")),
            Export("证书文字（PDF，一张一页）", self._save_certificates),
        )

    @override
    def print_out(self) -> None:
        held, day = self._list, self.page.today()
        if held is None or not self._given:
            self.session.messages.note("名单里还没有人，不用打印")
            return
        form = honours_form(held, self._given, self.session.settings.office, day)
        self.session.look(lambda: form_pdf([form]), self.send_to_printer)

    def _show_list(self, held: AwardList) -> None:
        survey = self._survey
        if survey is None or held.key != survey.stretch.file_key:
            return
        self._list = held
        proposals = keeping.proposals(survey, held.plan)
        self._given = keeping.rows(survey, held)
        self._rows = board(proposals, self._given, held)
        self._tell(changed_since(held, proposals))
        self.narrow()

    def _tell(self, changed: Sequence[str]) -> None:
        held = self._list
        if held is None:
            return
        names = [*(one.name for one in held.plan.grades), *(row.grade for row in self._given)]
        counts = Counter(row.grade for row in self._given)
        told = "，".join(f"{name} {counts[name]}" for name in dict.fromkeys(names))
        settled = held.settled_at
        state = (
            f"已由{held.who}在 {office_time(settled):%Y-%m-%d} 定下"
            if settled
            else "建议名单，还没有定下"
        )
        self.told.setText(f"{held.name}：{told}。{state}")
        self.warning.setText(
            f"定下以后得分有变：{'；'.join(changed[:3])}{'等' if len(changed) > 3 else ''}。"  # noqa: PLR2004 - as many as a line holds
            if changed
            else ""
        )
        self.warning.setVisible(bool(changed))
        self.settle_button.setText("重新评……" if settled else "定下名单")
        for button, tip in self._tips.items():
            button.setEnabled(settled is None)
            button.setToolTip(_SETTLED if settled else tip)

    def _row(self) -> BoardRow | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < len(self.model.rows) else None

    def _begin_deciding(self) -> None:
        row, held = self._row(), self._list
        if row is None or held is None:
            return
        if held.is_settled:
            self.session.messages.note(_SETTLED)
            return
        grades = [one.name for one in held.plan.grades if one.whom is row.whom]
        answers = [
            Answer(f"评为{name}", partial(self._decide, row, name))
            for name in grades
            if name != row.given
        ]
        if row.given:
            answers.append(Answer("不评", partial(self._decide, row, "")))
        if not answers:
            self.session.messages.note(f"办法里没有评{row.whom}的等次，请先在“评先办法”里添加")
            return
        now = f"现在：{row.given or '不评'}（{row.why}）"
        self.strip.ask(f"改定“{row.name}”。{now}", _REASONS, answers, self.view.take_focus)

    def _decide(self, row: BoardRow, grade: str, reason: str) -> None:
        units = "、".join(row.units) if row.whom is not Whom.UNIT else ""
        decision = Decision(row.key, grade, reason, name=row.name, unit=units, whom=row.whom)
        told = f"“{row.name}”已改定：{grade or '不评'}"
        self._change(
            lambda held: keeping.decide(self.session.store, held, decision, by=self.session.by()),
            told,
        )

    def _undecide(self) -> None:
        row = self._row()
        if row is None or not row.decided:
            self.session.messages.note("这一行没有改定过，照的就是建议")
            return
        store, by = self.session.store, self.session.by()
        self._change(
            lambda held: keeping.undecide(store, held, row.key, by=by), f"“{row.name}”照建议"
        )

    def _add(self, decision: Decision) -> None:
        store, by = self.session.store, self.session.by()
        self._change(
            lambda held: keeping.decide(store, held, decision, by=by),
            f"已添加“{decision.name}”",
            self.outside_window.fail,
            self.outside_window.close,
        )

    def _save_plan(self, plan: AwardPlan) -> None:
        store, by = self.session.store, self.session.by()
        self._change(
            lambda held: keeping.save_plan(store, held, plan, by=by),
            "已按新的办法提出建议",
            self.plan_window.fail,
            self.plan_window.close,
        )

    def _settle(self) -> None:
        held, survey = self._list, self._survey
        if held is None or survey is None:
            return
        store, by = self.session.store, self.session.by()
        if held.is_settled:
            answers = [Answer("重新评", self._unsettle)]
            told = "重新评：名单回到按现在的得分和改定的样子。"
            self.strip.ask(told, ("得分有更正", "名额有变"), answers, self.view.take_focus)
        else:
            self._change(lambda one: keeping.settle(store, survey, one, by=by), "名单已定下")

    def _unsettle(self, reason: str) -> None:
        store, by = self.session.store, self.session.by()
        self._change(lambda held: keeping.unsettle(store, held, reason, by=by), "可以重新评了")

    def _change(
        self,
        act: Callable[[AwardList], AwardList],
        told: str,
        failed: Callable[[Exception], None] | None = None,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Change the list, offering to make it what it was."""
        held = self._list
        if held is None:
            return
        store, by = self.session.store, self.session.by()
        former = held if held.when else None  # None: nothing was kept yet

        def finished(kept: AwardList) -> None:
            done()
            self._show_list(kept)

        def put_back() -> None:
            keeping.put_back(store, former, held.key, by=by)

        def undo() -> None:
            self.session.do(put_back, note="已撤销", done=lambda _: self._show_list(held))

        def noted(kept: AwardList) -> None:
            finished(kept)
            self.session.messages.note(told, undo)

        self.session.do(lambda: act(held), done=noted, failed=failed)

    def _open_plan(self) -> None:
        if self._list is not None and self._survey is not None:
            groups = [one.group for one in self._survey.groups]
            self.plan_window.open_for(self._list.plan, groups)

    def _open_outside(self) -> None:
        if self._list is not None and not self._list.is_settled:
            self.outside_window.open_for([one.name for one in self._list.plan.grades])

    def _save(self, suffix: str, kind: str) -> None:
        held, given, day = self._list, self._given, self.page.today()
        if held is None or not given:
            self.session.messages.note("名单里还没有人，不用导出")
            return
        path = save_path(self, f"{held.name}政务信息工作表彰名单", suffix, kind)
        office = self.session.settings.office
        if path:

            def write() -> None:
                if suffix == ".xlsx":
                    keep_file(self.session, path, honours_workbook(held, given))
                else:
                    keep_file(self.session, path, form_docx(honours_form(held, given, office, day)))

            self.session.do(write, note=f"已存为 {path.name}")

    def _save_certificates(self) -> None:
        held, given, day = self._list, self._given, self.page.today()
        if held is None or not given:
            self.session.messages.note("名单里还没有人，没有证书")
            return
        path = save_path(self, f"{held.name}政务信息工作荣誉证书", ".pdf", "PDF 文件")
        office = self.session.settings.office
        if path:
            self.session.do(
                lambda: keep_file(
                    self.session,
                    path,
                    form_pdf([certificate(one, held, office, day) for one in given]),
                ),
                note=f"已存为 {path.name}",
            )

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _at: self.narrow())
        self.plan_button.clicked.connect(self._open_plan)
        self.decide_button.clicked.connect(self._begin_deciding)
        self.add_button.clicked.connect(self._open_outside)
        self.settle_button.clicked.connect(self._settle)
        self.view.opened.connect(lambda _at: self._begin_deciding())
        bind(self.view, "Del", self._undecide)
        bind(self, "Ctrl+N", self._open_outside)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.addWidget(QLabel("只看"))
        for one in (
            self.choice, self.decide_button, self.add_button, self.plan_button, self.settle_button,
        ):  # fmt: skip
            deeds.addWidget(one)
        deeds.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(deeds)
        layout.addWidget(self.told)
        layout.addWidget(self.warning)
        layout.addWidget(self.strip)
        layout.addWidget(self.view, 1)
