"""Use cases on layouts of statistics tables: save, rename, delete them."""

from collections.abc import Sequence
from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError, NotFoundError
from desk.reports.statistics.layout import TableLayout
from desk.reports.statistics.layouts import LAYOUTS
from desk.store import Store, Work

LONGEST_NAME = 40
_SAVED, _RENAMED, _DELETED, _RESTORED = "保存表样", "表样改名", "删除表样", "恢复表样"


def layouts(store: Store) -> tuple[TableLayout, ...]:
    """The layouts delivered, then the office's own by name."""
    with store.read() as work:
        return (*LAYOUTS.values(), *work.table_layouts.all())


def save_layout(store: Store, layout: TableLayout, *, by: By) -> TableLayout:
    """Add (id 0) or change one of the office's own layouts.

    Raises FieldError without a name of its own or without columns, NotFoundError for one that is
    gone.
    """
    tidy = replace(layout, name=" ".join(layout.name.split()), title=layout.title.strip())
    with store.begin() as work:
        _must_hold(tidy, work.table_layouts.all())
        if tidy.id:
            _held(work, tidy.id)
        saved = work.table_layouts.save(tidy)
        note(work, by, _SAVED, _subject(saved.id), f"{saved.name}　{len(saved.keys)} 栏")
        return saved


def rename_layout(store: Store, layout_id: int, name: str, *, by: By) -> TableLayout:
    """Give a layout another name; returns it as it was. Raises FieldError, NotFoundError."""
    with store.begin() as work:
        before = _held(work, layout_id)
        renamed = replace(before, name=" ".join(name.split()))
        _must_hold(renamed, work.table_layouts.all())
        work.table_layouts.save(renamed)
        note(work, by, _RENAMED, _subject(layout_id), f"{before.name} → {renamed.name}")
        return before


def delete_layout(store: Store, layout_id: int, *, by: By) -> TableLayout:
    """Remove a layout; returns it for its undo. Raises NotFoundError."""
    with store.begin() as work:
        layout = _held(work, layout_id)
        work.table_layouts.delete(layout_id)
        note(work, by, _DELETED, _subject(layout_id), layout.name)
        return layout


def restore_layout(store: Store, layout: TableLayout, *, by: By) -> TableLayout:
    """Bring back a layout as it was: a removed one under a new number, else over what it is."""
    with store.begin() as work:
        held = {one.id for one in work.table_layouts.all()}
        saved = work.table_layouts.save(layout if layout.id in held else replace(layout, id=0))
        note(work, by, _RESTORED, _subject(saved.id), saved.name)
        return saved


def _held(work: Work, layout_id: int) -> TableLayout:
    found = next((one for one in work.table_layouts.all() if one.id == layout_id), None)
    if found is None:
        raise NotFoundError("这个表样已经没有了。请从表样列表里另选一个。")
    return found


def _must_hold(layout: TableLayout, held: Sequence[TableLayout]) -> None:
    name = layout.name
    if not name:
        raise FieldError("name", "表样没有名称。请写一个，例如“季度通报表”。")
    if len(name) > LONGEST_NAME:
        raise FieldError("name", f"名称有 {len(name)} 个字，最多 {LONGEST_NAME} 个字。请改短。")
    taken = {one.name for one in held if one.id != layout.id}
    if name in taken | {one.name for one in LAYOUTS.values()}:
        raise FieldError("name", f"已经有叫“{name}”的表样。请换一个名称。")
    if not layout.keys:
        raise FieldError("items", "表样里一栏也没有。请至少放进一栏。")


def _subject(layout_id: int) -> str:
    return f"table_layout:{layout_id}"
