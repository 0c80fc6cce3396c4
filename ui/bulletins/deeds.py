"""What can be done with the bulletin in its window."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desk.bulletins import keeping
from desk.bulletins.bulletin import Kept, Text
from desk.bulletins.passage import Flag, Passage
from desk.bulletins.passages import written
from desk.bulletins.rewording import wording
from desk.bulletins.rewriting import (
    all_anew,
    as_the_ledger,
    figures_anew,
    one_anew,
    reworked,
)
from desk.surveys.survey import Survey
from ui.bulletins.checking import Checked
from ui.bulletins.versions_window import VersionsWindow
from ui.bulletins.wording_window import WordingWindow
from ui.issue.reason_strip import Answer
from ui.keys import bind

if TYPE_CHECKING:
    from ui.bulletins.window import BulletinWindow

ANEW, NEW_FIGURES, CHOSEN = "重新生成通报", "更新通报数据", "调整通报选项"
KEPT = "保留通报中的改动"
_REASONS_KEPT = ("领导同意按会上口径", "含口头约定，台账未记", "已核对，以正文为准")
_WAIT = "正在核对台账，请稍候再按一次"
_PAUSE_MS = 150


class Deeds:
    """The buttons and keys of a bulletin's window."""

    def __init__(self, window: "BulletinWindow") -> None:
        self.window = window
        self.session = window.session
        self._versions: VersionsWindow | None = None
        self._wording: WordingWindow | None = None
        self._chosen = QTimer(window, singleShot=True, interval=_PAUSE_MS)
        self._chosen.timeout.connect(self._rework)

    def connect_all(self) -> None:
        """Connect buttons, menus and keys."""
        window, head = self.window, self.window.head
        head.undo.clicked.connect(window.edit.undo)
        head.redo.clicked.connect(window.edit.redo)
        for button, words, keys, act in (
            (head.anew, "这一段", "F5", self.one_anew),
            (head.anew, "全部", "Shift+F5", self.all_anew),
            (head.anew, "只更新数据", "Ctrl+F5", self.new_figures),
        ):
            head.offer(button, f"{words}\t{keys}", act)
            bind(window, keys, act)
        for one, keys, act in (
            (head.wording, "Ctrl+T", self.open_wording),
            (head.former, "Ctrl+H", self.open_versions),
        ):
            one.clicked.connect(act)
            bind(window, keys, act)
        bind(window, "Ctrl+S", self.save_now)
        window.flags.taken.connect(self.take)
        window.flags.kept.connect(self.ask_keep)

    def rework(self) -> None:
        """Follow the choices made, once there are no more for a moment."""
        self._chosen.start()

    def save_now(self) -> None:
        """Save at once (Ctrl+S); it would be saved anyway."""
        if self.window.saving.flush() and self.window.bulletin:
            self.window.head.say_saved("✓ 已存")

    def one_anew(self) -> None:
        """Write the passage of the cursor anew from the ledger."""
        found, key = self._ready(), self.window.edit.current_key()
        if found is None:
            return
        if not any(one.key == key for one in found.fresh):
            self.session.messages.note("这一段是自己加的，台账里没有对应的内容")
            return
        self._put(one_anew(self._passages, found.fresh, key), ANEW, "这一段已重新生成")

    def all_anew(self) -> None:
        """Write everything anew by the wording in force; own paragraphs stay."""
        found, bulletin = self._ready(), self.window.bulletin
        survey = self.window.survey
        if found is None or bulletin is None or survey is None:
            return
        store, options = self.session.store, self.window.text.options

        def write() -> tuple[str, tuple[Passage, ...]]:
            template = wording(store, bulletin.template_key).text
            return template, written(survey, template, options)

        self.session.look(write, self._on_written)

    def new_figures(self) -> None:
        """Put the ledger's figures of now in everywhere they can be placed for certain."""
        found, survey = self._ready(), self.window.survey
        if found is None or survey is None:
            return
        if found.passages != self._passages:
            self.session.messages.note(_WAIT)
        else:
            new = figures_anew(found.passages, found.fresh, survey, found.flags)
            self._put(new, NEW_FIGURES, "数据已更新，手改的文字还在")

    def take(self, flag: Flag) -> None:
        """Put the ledger's words in the place of a flag."""
        found, survey = self._ready(), self.window.survey
        if found is None or survey is None:
            return
        held = self._passages
        if flag.updates:
            fresh = [one for one in found.fresh if one.key == flag.key]
            new = tuple(
                figures_anew([one], fresh, survey)[0] if one.key == flag.key else one
                for one in held
            )
        elif flag.end > flag.start and flag.ledger and flag.said != _text_of(held, flag.key):
            new = tuple(as_the_ledger(one, flag) if one.key == flag.key else one for one in held)
        else:
            new = one_anew(held, found.fresh, flag.key)
        self._put(new, NEW_FIGURES, "已用台账的数")

    def ask_keep(self, flag: Flag) -> None:
        """Ask why words stay as they are."""
        self.window.strip.ask(
            f"{flag.sentence}\n为什么照现在的写法保留？",
            _REASONS_KEPT,
            [Answer("保留", partial(self._keep, flag))],
            self.window.flags.view.setFocus,
        )

    def open_versions(self) -> None:
        """Show the earlier texts."""
        bulletin = self.window.bulletin
        if bulletin is not None and self.window.saving.flush():
            self._versions = self._versions or VersionsWindow(self.session, self.window)
            self._versions.open_for(self.window.bulletin or bulletin, self._bring_back)

    def open_wording(self) -> None:
        """Edit the wording that bulletins of this kind are written by."""
        bulletin = self.window.bulletin
        if bulletin is not None:
            self._wording = self._wording or WordingWindow(self.session, self.window)
            self._wording.open_for(
                bulletin.template_key,
                self.window.survey,
                self.window.text.options,
                self._passed_on,
            )

    @property
    def _passages(self) -> tuple[Passage, ...]:
        return self.window.edit.passages()

    def _ready(self) -> Checked | None:
        """What the ledger says now; None, with a note, while it is being read."""
        bulletin = self.window.bulletin
        if bulletin is None or bulletin.is_final:
            return None
        if self.window.checking.result is None:
            self.session.messages.note(_WAIT)
        return self.window.checking.result

    def _put(self, new: tuple[Passage, ...], deed: str, told: str) -> None:
        if new == self._passages:
            self.session.messages.note("和台账一致，没有要改的")
            return
        self.window.put(new, deed)
        self.session.messages.note(told, self.window.edit.undo)

    def _on_written(self, result: tuple[str, tuple[Passage, ...]]) -> None:
        template, fresh = result
        self.window.put(all_anew(self._passages, fresh), ANEW, template=template)
        self.session.messages.note("通报已全部重新生成，自己加的段落还在", self.window.edit.undo)

    def _rework(self) -> None:
        window, found, survey = self.window, self.window.checking.result, self.window.survey
        if found is None or survey is None:
            return
        text = window.text
        self.session.look(
            lambda: _reworked(survey, text, found.fresh), partial(self._on_reworked, text)
        )

    def _on_reworked(self, asked: Text, new: tuple[Passage, ...]) -> None:
        if self.window.text != asked:  # typed or chosen on meanwhile
            self._chosen.start()
        elif new != asked.passages:
            self.window.put(new, CHOSEN)
        else:
            self.window.keep(asked.kept, CHOSEN)

    def _keep(self, flag: Flag, reason: str) -> None:
        before = self.window.text.kept
        text = keeping.with_reason(self.window.text, flag, reason, by=self.session.by())
        self.window.keep(text.kept, KEPT)
        self.session.messages.note("已保留", partial(self._unkeep, before))

    def _unkeep(self, before: tuple[Kept, ...]) -> None:
        self.window.keep(before, KEPT)

    def _bring_back(self, generation: int) -> None:
        window, store, by = self.window, self.session.store, self.session.by()
        bulletin = window.bulletin
        if bulletin is None or not window.saving.flush():
            return
        self.session.do(
            lambda: keeping.bring_back(store, bulletin.id, generation, by=by),
            note=f"已恢复第 {generation} 版文字，刚才的文字仍在以前的文字里",
            done=lambda found: window.open_for(found, window.survey),
        )

    def _passed_on(self) -> None:
        """The wording was changed: offer to write the bulletin by it."""
        self.session.messages.note("模板已改。要照新模板写这份通报，按 Shift+F5 全部重新生成", None)


def _text_of(passages: Sequence[Passage], key: str) -> str:
    return next((one.text for one in passages if one.key == key), "")


def _reworked(survey: Survey, text: Text, before: tuple[Passage, ...]) -> tuple[Passage, ...]:
    after = written(survey, text.template, text.options)
    return reworked(text.passages, before, after, survey)
