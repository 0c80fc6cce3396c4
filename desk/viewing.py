"""Use cases on the office's saved views."""

from dataclasses import replace

from desk.auditing import By, note
from desk.errors import DeskError
from desk.store import Store, Work
from desk.views import SavedView

LONGEST_NAME = 60
_SUBJECT = "views"


def save_view(store: Store, view: SavedView, *, by: By) -> SavedView | None:
    """Keep a view under its name, a new one at the end; returns the one it takes the place of.

    Raises DeskError on a name that is empty or too long.
    """
    name = _name(view.name)
    with store.begin() as work:
        former = _find(work, name)
        last = max((one.position for one in work.lists.views()), default=-1)
        position = former.position if former else last + 1
        work.lists.save_view(replace(view, name=name, position=position))
        note(work, by, "改存视图" if former else "保存视图", _SUBJECT, name)
        return former


def put_view_back(store: Store, name: str, former: SavedView | None, *, by: By) -> None:
    """Take a saved view back: the former one of that name, or none."""
    with store.begin() as work:
        if former:
            work.lists.save_view(former)
        else:
            work.lists.delete_view(name)
        note(work, by, "恢复视图" if former else "撤销保存视图", _SUBJECT, name)


def rename_view(store: Store, name: str, wanted: str, *, by: By) -> str:
    """Give a view another name, which is returned; raises DeskError where it is taken."""
    new = _name(wanted)
    with store.begin() as work:
        view = _find(work, name)
        if view is None or new == name:
            return name
        if _find(work, new):
            raise DeskError(f"已经有叫“{new}”的视图。请换一个名称。")
        work.lists.delete_view(name)
        work.lists.save_view(replace(view, name=new))
        note(work, by, "视图改名", _SUBJECT, f"{name} → {new}")
    return new


def delete_view(store: Store, name: str, *, by: By) -> SavedView | None:
    """Forget a view; returns it."""
    with store.begin() as work:
        former = _find(work, name)
        work.lists.delete_view(name)
        if former:
            note(work, by, "删除视图", _SUBJECT, name)
        return former


def _find(work: Work, name: str) -> SavedView | None:
    return next((view for view in work.lists.views() if view.name == name), None)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise DeskError("视图要有名称。请写上名称再保存。")
    if len(name) > LONGEST_NAME:
        raise DeskError(f"视图名称有 {len(name)} 个字，最多 {LONGEST_NAME} 个字。请改短。")
    return name
