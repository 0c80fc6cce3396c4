"""Use cases of the office's own wordings: read, change, go back to the shipped one."""

from collections.abc import Mapping

from desk.auditing import By, note
from desk.bulletins.template import Value, checked
from desk.bulletins.values import examples
from desk.bulletins.wording import Wording, shipped
from desk.store import Store

_SUBJECT = "wording:{}"


def wording(store: Store, key: str) -> Wording:
    """The text in force: the office's own, else the shipped one; raises NotFoundError."""
    with store.read() as work:
        return work.wordings.get(key) or shipped(key)


def reword(
    store: Store, key: str, text: str, *, by: By, known: Mapping[str, Value] | None = None
) -> Wording:
    """Make a text the office's own; returns the one in force before, for ``restore``.

    ``known`` are the names it may use, those of bulletins where it is None. Raises
    TemplateError, which names the line, for what could not be filled in.
    """
    checked(text, examples() if known is None else known)
    usual = shipped(key)
    with store.begin() as work:
        before = work.wordings.get(key) or usual
        if text.strip() == usual.text.strip():
            work.wordings.remove(key)
        else:
            work.wordings.save(Wording(key, text, by.now, by.who))
        note(work, by, f"修改{_what(key)}模板", _SUBJECT.format(key))
        return before


def reset(store: Store, key: str, *, by: By) -> Wording:
    """Go back to the shipped text; returns the one in force before, for ``restore``."""
    usual = shipped(key)
    with store.begin() as work:
        before = work.wordings.get(key) or usual
        work.wordings.remove(key)
        note(work, by, f"恢复{_what(key)}模板原文", _SUBJECT.format(key))
        return before


def restore(store: Store, before: Wording, *, by: By) -> None:
    """Take a change of a wording back."""
    with store.begin() as work:
        if before.is_own:
            work.wordings.save(before)
        else:
            work.wordings.remove(before.key)
        note(work, by, f"撤销{_what(before.key)}模板的改动", _SUBJECT.format(before.key))


def _what(key: str) -> str:
    return "函件" if key.startswith("letter-") else "通报"
