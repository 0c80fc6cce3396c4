"""The texts of an item for several publications: Ctrl+M makes them and goes between them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desk import versions
from desk.drafts import Draft, Status
from desk.publications import Publication, Tier
from desk.versions import Item
from ui.editor.feature import Feature
from ui.editor.version_switch import Text, VersionSwitch, texts_of
from ui.manual.context import tell_of
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_DIGITS = 9  # lines of the menu that a digit chooses
_RESULTS = "（只说结果，先给出缩写）"


class Versions(Feature):
    """The switch above the title, and the menu that makes and deletes versions."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.switch = VersionSwitch()
        tell_of(self.switch, "composites")
        self.choices = QMenu(page)
        self._item: Item | None = None
        self._publications: Mapping[int, Publication] = {}
        page.middle.strips.addWidget(self.switch)
        self.switch.picked.connect(self._go)
        self.switch.more.connect(self.choose)
        page.inspector.counted.connect(lambda _counts: self._count())

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+M": self.choose}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("刊物版：切换、另做一版", "Ctrl+M")]

    @override
    def show(self, draft: Draft) -> None:
        with self.page.session.store.read() as work:
            self._item = versions.item_of(work, draft.id)
            self._publications = {one.id: one for one in work.catalogue.publications()}
        self.switch.show_texts(self._texts(), draft.id)
        self._count()

    def choose(self) -> None:
        """Open the menu of the item's texts, at the next one that is not on show."""
        self.fill_choices()
        others = [one for one in self.choices.actions() if one.text() and not one.isChecked()]
        if others:
            place = self.page.middle.title
            self.choices.setActiveAction(others[0])
            self.choices.popup(place.mapToGlobal(place.rect().topLeft()))

    def fill_choices(self) -> None:
        """List the texts there are, those that can be made, and what can be deleted."""
        self.choices.clear()
        draft, item = self.page.draft, self._item
        if draft is None or item is None:
            return
        texts = self._texts()
        for number, text in enumerate(texts, start=1):
            act = self.choices.addAction(
                f"&{number}　{text.words}", partial(self._go, text.draft_id)
            )
            act.setCheckable(True)
            act.setChecked(text.draft_id == draft.id)
        self.choices.addSeparator()
        for number, one in enumerate(self._without_version(item), start=len(texts) + 1):
            hint = _RESULTS if one.results_only else ""
            key = f"&{number}　" if number <= _DIGITS else ""
            self.choices.addAction(f"{key}做《{one.name}》版{hint}", partial(self._make_first, one))
        if draft.version_of and draft.status is not Status.RELEASED:
            self.choices.addSeparator()
            self.choices.addAction("删除这一版", self.delete)

    def _without_version(self, item: Item) -> list[Publication]:
        """The publications in use that have no text of their own, the office's first."""
        open_ones = [
            one
            for one in self._publications.values()
            if one.active and item.version_for(one.id) is None
        ]
        return sorted(open_ones, key=lambda one: one.tier is not Tier.OWN)

    def _make_first(self, publication: Publication) -> None:
        self.page.saved_first(lambda: self.make(publication))

    def make(self, publication: Publication) -> None:
        """Make the item's text for a publication, and show it."""
        session, item = self.page.session, self._item
        if item is None:
            return
        store, by, made = session.store, session.by, list[Draft]()

        def undo() -> None:
            versions.put_away(store, made[0].id, by=by())

        session.do(
            lambda: made.append(versions.make(store, item.original.id, publication.id, by=by())),
            Topic.DRAFTS,
            note=_said(publication),
            undo=Undo(undo, "已撤销"),
            done=lambda _result: self._go(made[0].id),
        )

    def delete(self) -> None:
        """Put the version on show away, and show the original."""
        self.page.saved_first(self._delete)

    def _delete(self) -> None:
        session, draft = self.page.session, self.page.draft
        if draft is None or not draft.version_of:
            return
        store, by, held = session.store, session.by, list[Status]()
        session.do(
            lambda: held.append(versions.put_away(store, draft.id, by=by())),
            Topic.DRAFTS,
            note="已删除这一版，原稿件不变",
            undo=Undo(lambda: versions.put_back(store, draft.id, held[0], by=by()), "已恢复这一版"),
            done=lambda _result: self._go(draft.version_of),
        )

    def _go(self, draft_id: int) -> None:
        if self.page.draft is None or self.page.draft.id != draft_id:
            self.page.show_target(draft_id)
        else:
            self.switch.show_texts(self._texts(), draft_id)

    def _texts(self) -> list[Text]:
        return texts_of(self._item, self._publications) if self._item else []

    def _count(self) -> None:
        draft = self.page.draft
        if draft is not None and not self.switch.isHidden():
            text = self.page.middle.text.reading().body.text
            self.switch.show_length(draft.id, len(text.replace("\n", "")))


def _said(publication: Publication) -> str:
    more = "，已缩写成结果，请再看一遍" if publication.results_only else ""
    return f"已做《{publication.name}》版{more}"
