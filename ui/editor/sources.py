"""The sources of a composite in the editor: marked beside the text, listed in a tab."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk import assembling, composing, merging
from desk.composing import Composition
from desk.drafts import Channel, Draft
from desk.parts import Part, PartRole, by_length, even, led, with_role, with_share
from ui.editor.feature import Feature
from ui.editor.source_bar import SourceBar
from ui.editor.source_choice import SourceChoice
from ui.editor.source_marks import SourceMark, marks_of
from ui.editor.source_panel import SourcePanel
from ui.editor.source_picker import SourcePicker
from ui.manual.context import tell_of
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_NONE = "这一篇不是综合稿，没有来源。在“来稿”里选几篇，“并入综合”就成一篇综合稿。"


class Sources(Feature):
    """Ctrl+Alt+↑↓ walks the originals; the tab 来源 is there for a composite only."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.panel = SourcePanel()
        tell_of(self.panel, "composites")
        self.bar = SourceBar(page.middle.text)
        self._found: Composition | None = None
        self._marks: Sequence[SourceMark] = ()
        self._place = page.side.add(self.panel, "来源", self.panel.list.setFocus)
        page.side.setTabVisible(self._place, False)  # noqa: FBT003 - Qt's own signature
        page.inspector.counted.connect(lambda _counts: self._count())
        self._acts: Mapping[str, Callable[[], None]] = {
            "even": lambda: self._share(even, "已改为均分"),
            "led": lambda: self._share(led, "已按主次分"),
            "by_length": lambda: self._share(self._by_length, "已按字数分"),
            "add": self.add,
            "part": self.part,
            "choose": self.choose,
        }
        panel = self.panel
        panel.shown.connect(self.look_at)
        panel.asked.connect(lambda name: self._acts[name]())
        panel.roled.connect(self._set_role)
        panel.shared.connect(self._set_share)
        panel.moved.connect(self._move)
        self.bar.picked.connect(self._pick)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+Alt+Up": partial(self.step, -1),
            "Ctrl+Alt+Down": partial(self.step, 1),
            "Ctrl+Shift+J": self.choose,
        }

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [
            ("综合稿：看上一篇来源", "Ctrl+Alt+Up"),
            ("综合稿：看下一篇来源", "Ctrl+Alt+Down"),
            ("综合稿：取舍段落", "Ctrl+Shift+J"),
        ]

    @override
    def show(self, draft: Draft) -> None:
        if draft.channel is not Channel.COMPOSITE:
            self._found, self._marks = None, ()
        else:
            with self.page.session.store.read() as work:
                self._found = composing.read(work, draft.id)
                names = {unit.id: unit.short for unit in work.registry.units()}
            self._marks = marks_of(self._found, names)
            self.panel.show_sources(self._found, self._marks)
        self.panel.edited.hide()
        side = self.page.side
        if self._found is None and side.currentIndex() == self._place:
            side.setCurrentIndex(0)
        side.setTabVisible(self._place, self._found is not None)
        self.bar.show_marks(self._marks)
        self._count()

    def step(self, by: int) -> None:
        """Look at the next (1) or previous (-1) source."""
        if self._is_composite():
            self.panel.step(by)

    def look_at(self, draft_id: int) -> None:
        """Show a source's original in the left column."""
        if self._found is None:
            return
        at = [draft.id for draft in self._found.drafts].index(draft_id)
        source = self._found.drafts[at]
        self.page.pictures.ask_for(self.page.middle.text.reading().body, source.original.body)
        self.page.original.show_source(self._marks[at].number, self._marks[at].told, source)
        self.page.columns.original.show()

    def add(self) -> None:
        """Ask for drafts that join."""
        found = self._found
        if found is None:
            return
        held = {found.composite.id, *(draft.id for draft in found.drafts)}
        picker = SourcePicker(self.page, self.page.session.store, held)
        picker.picked.connect(lambda ids: self.page.saved_first(partial(self._join, ids)))
        picker.open()

    def _join(self, ids: Sequence[int]) -> None:
        session, found = self.page.session, self._found
        if found is None:
            return
        store, by, composite_id = session.store, session.by, found.composite.id
        wanted = [composite_id, *ids]
        session.do(
            lambda: merging.merge_into_composite(store, wanted, by=by()),
            Topic.DRAFTS,
            note=f"已并入 {len(ids)} 篇来稿",
            undo=Undo(lambda: merging.unmerge(store, composite_id, ids, by=by()), "已撤销"),
        )

    def part(self) -> None:
        """Take the chosen source out; what was edited of it is asked about first."""
        self.page.saved_first(self._ask_to_part)

    def _ask_to_part(self) -> None:
        found = self._found
        leaving = (
            next((one for one in found.drafts if one.id == self.panel.current), None)
            if found
            else None
        )
        if leaving is None:
            return
        edited = assembling.edited(self.page.middle.text.reading().body, leaving)
        if edited:
            self.page.columns.side.show()
            self.page.side.setCurrentIndex(self._place)
            self.panel.edited.ask(leaving.title, edited, partial(self._part, leaving))
        else:
            self._part(leaving, True)  # noqa: FBT003 - as the strip answers

    def _part(self, leaving: Draft, keep: bool) -> None:  # noqa: FBT001 - the strip's answer
        store, by = self.page.session.store, self.page.session.by
        self._run(
            lambda at: merging.unmerge(store, at, [leaving.id], by=by(), keep_edited=keep),
            f"已移出“{leaving.title}”，它回到原来的状态",
        )

    def choose(self) -> None:
        """Choose the paragraphs that are taken of each source."""
        if self._is_composite():
            self.page.saved_first(self._open_choice)

    def _open_choice(self) -> None:
        found = self._found
        if found is None:
            return
        body = self.page.middle.text.reading().body
        taken = {draft.id: assembling.taken(body, draft) for draft in found.drafts}
        edited = {draft.id: len(assembling.edited(body, draft)) for draft in found.drafts}
        choice = SourceChoice(self.page, found.drafts, taken, "照此取舍", edited)
        store, by = self.page.session.store, self.page.session.by
        choice.chosen.connect(
            lambda wanted: self._run(
                lambda at: composing.take(store, at, wanted, by=by()), "已照选用的段落改好"
            )
        )
        choice.open()

    def _by_length(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        return by_length(parts, {one: usage.used for one, usage in self._usages().items()})

    def _set_role(self, draft_id: int, role: PartRole) -> None:
        self._share(lambda parts: with_role(parts, draft_id, role), f"作用已改为“{role}”")

    def _set_share(self, draft_id: int, share: int) -> None:
        if share:
            self._share(lambda parts: with_share(parts, draft_id, share), f"份额已改为 {share}%")
        else:
            self._share(even, "已改为均分")

    def _move(self, draft_id: int, by: int) -> None:
        def moved(parts: Sequence[Part]) -> tuple[Part, ...]:
            order = list(parts)
            at = [part.draft_id for part in order].index(draft_id)
            order.insert(max(0, at + by), order.pop(at))
            return tuple(order)

        self._share(moved, "来源次序已改，单位次序随着改")

    def _share(self, change: Callable[[Sequence[Part]], tuple[Part, ...]], said: str) -> None:
        found = self._found
        if found is None:
            return
        parts = change(found.parts)
        store, by = self.page.session.store, self.page.session.by
        if parts != found.parts:
            self.page.saved_first(
                lambda: self._run(lambda at: composing.set_parts(store, at, parts, by=by()), said)
            )

    def _run(self, action: Callable[[int], object], said: str) -> None:
        """Change the composite, and offer to make it as it was."""
        session, found = self.page.session, self._found
        if found is None:
            return
        store, composite_id, held = (
            session.store,
            found.composite.id,
            list[tuple[Composition, Draft]](),
        )

        def act() -> None:
            before = composing.composition(store, composite_id)
            action(composite_id)
            held.append((before, composing.composition(store, composite_id).composite))

        def back() -> None:
            composing.take_back(store, *held[0], by=session.by())

        session.do(act, Topic.DRAFTS, note=said, undo=Undo(back, "已撤销"))

    def _pick(self, draft_id: int) -> None:
        self.panel.choose(draft_id)
        self.look_at(draft_id)

    def _is_composite(self) -> bool:
        if self._found is None:
            self.page.session.messages.note(_NONE)
        return self._found is not None

    def _usages(self) -> Mapping[int, assembling.Usage]:
        """How much of each source is in the text as it is being typed."""
        body = self.page.middle.text.reading().body
        drafts = self._found.drafts if self._found else ()
        return {draft.id: assembling.usage(body, draft) for draft in drafts}

    def _count(self) -> None:
        if self._found is not None and self.panel.isVisible():
            self.panel.show_usages(self._usages())
