"""Register what lies on the clipboard: copied text, or files copied in the file manager."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData

from desk.drafts import Draft
from ui.session import Session, Topic

_PICTURE = (
    "剪贴板里是一张图片，图片里的文字认不出来，没有登记。"
    "请把图片存成文件，用“登记纸质稿”附上它，再写上标题和要点。"
)


def paste_from_clipboard(
    session: Session,
    mime: QMimeData,
    receive: Callable[[list[Path]], None],
    show: Callable[[int], None],
) -> None:
    """Take the clipboard in: files by ``receive``, text at once as a draft that ``show`` gets.

    ``show`` gets the draft that is there already when the same text was registered before.
    """
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        receive(paths)
    elif mime.hasImage() and not mime.text().strip():
        session.messages.error(_PICTURE)
    else:
        html = mime.html() if mime.hasHtml() else ""
        session.do(
            partial(_paste, session, mime.text(), html),
            Topic.DRAFTS,
            done=partial(_on_pasted, session, show),
            failed=partial(_on_refused, session, show),
        )


def _paste(session: Session, text: str, html: str) -> tuple[Draft, str]:
    """Register it; the draft, and the short names of its units."""
    from desk import pasting  # noqa: PLC0415 - brings the readers, loaded on use

    draft = pasting.paste(
        session.store,
        pasting.Clipping(text, html),
        by=session.by(),
        ceiling=session.settings.ceiling,
    )
    with session.store.read() as work:
        return draft, work.drafts.rows([draft.id])[0].units


def _on_pasted(session: Session, show: Callable[[int], None], result: tuple[Draft, str]) -> None:
    draft, units = result
    show(draft.id)
    note_registered(session, draft, units)


def note_registered(session: Session, draft: Draft, units: str) -> None:
    """Say that a draft was registered, with a way to take that back."""
    session.messages.note(
        f"已登记“{draft.title}”（{units or '单位待定'}）",
        partial(_take_back, session, draft.id),
    )


def _take_back(session: Session, draft_id: int) -> None:
    session.do(
        partial(_unregister, session, draft_id), Topic.DRAFTS, note="已撤销登记，稿件转为存查"
    )


def _unregister(session: Session, draft_id: int) -> None:
    from desk.unregistering import unregister  # noqa: PLC0415 - the window starts without it

    unregister(session.store, draft_id, by=session.by())


def _on_refused(session: Session, show: Callable[[int], None], error: Exception) -> None:
    from desk.pasting import RepeatedError  # noqa: PLC0415 - brings the readers, loaded on use

    if isinstance(error, RepeatedError):
        show(error.draft_id)
    session.fail(error)
