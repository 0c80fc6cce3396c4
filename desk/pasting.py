"""Use case: register what was copied in Word, WPS, QQ or a browser, and take that back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from desk.auditing import By, note
from desk.drafts import Channel, Draft, DraftRow, Secrecy, Status
from desk.errors import NotAllowedError, NotReadableError
from desk.intake.understanding import Understanding, Understood
from desk.intake.worker import GaveUp, Reader
from desk.jobs import Progress, finish
from desk.keeping import Arrival, File, Keeper, Reading
from desk.office_clock import office_time
from desk.store import Store, Work
from desk.submissions import book_submission, is_unregistered

_HEADER = re.compile(r"\s*Version:\d")
_OFFSET = re.compile(r"^(StartHTML|EndHTML|StartFragment|EndFragment):(-?\d+)", re.MULTILINE)
_SPANS = ("HTML", "Fragment")
_PAGE = re.compile(r"<(?:html|!doctype html)\b", re.IGNORECASE)
_OTHER = re.compile(r"charset\s*=\s*[\"']?\s*(?!utf-?8)\w", re.IGNORECASE)
_HEAD = 4_096  # characters in which a page says how it was encoded
_LONGEST_HEADER = 400  # characters of the lines that Windows puts before copied HTML


@dataclass(frozen=True, slots=True)
class Clipping:
    """What a clipboard holds: its text, and the same as HTML where its program gave that."""

    text: str = ""
    html: str = ""


class RepeatedError(NotAllowedError):
    """What was pasted is there already, as the draft ``draft_id``."""

    def __init__(self, sentence: str, draft_id: int) -> None:
        super().__init__(sentence)
        self.draft_id = draft_id


def paste(
    store: Store, clipping: Clipping, *, by: By, ceiling: Secrecy = Secrecy.INTERNAL
) -> Draft:
    """Register a clipping as a draft; what was copied is kept as its original.

    What was registered and taken back comes back. Raises RepeatedError for any other clipping
    that is there already, and NotReadableError for one without text or marked above ``ceiling``.
    """
    files = list(_files(clipping, by))
    if not files:
        raise NotReadableError("剪贴板里没有文字，无法登记。请先在来稿里选中并复制全文，再粘贴。")
    with store.begin() as work:
        twins = (work.drafts.with_digest(file.digest) for file in files)
        taken_back = next((twin for twin in twins if twin and twin.status is Status.FILED), None)
        if taken_back and (back := _brought_back(work, taken_back, by)):
            return back
    return _kept(store, files, by, Arrival(by.now, Channel.PASTE, ceiling))


def _brought_back(work: Work, row: DraftRow, by: By) -> Draft | None:
    """A draft whose registration was taken back, as new once more."""
    draft = work.drafts.get(row.id)
    if not is_unregistered(draft):
        return None
    back = replace(draft, status=Status.NEW, remark="")
    work.drafts.save(back)
    book_submission(work, back, by)
    note(work, by, "重新登记", f"draft:{row.id}", draft.original.name)
    return back


def _kept(store: Store, files: list[File], by: By, arrival: Arrival) -> Draft:
    """Register the first of the files that can be read."""
    keeper = Keeper(store, arrival, by)
    with Reader(Understanding(keeper.names, keeper.day)) as reader:
        for file in files:
            answers = reader.read(file.data, file.name)
            if file is files[-1] or not all(map(_is_unread, answers)):
                break
    (outcome,) = finish(keeper.keep([Reading(file, answers)], Progress(0, 1, file.name)))
    with store.read() as work:
        if outcome.accepted:
            return work.drafts.get(outcome.draft_ids[0])
        twin = work.drafts.with_digest(file.digest)
    if twin is not None:
        raise RepeatedError(outcome.message, twin.id)
    raise NotReadableError(outcome.message)


def _is_unread(answer: Understood | GaveUp) -> bool:
    return isinstance(answer, GaveUp) or isinstance(answer.found, str)


def _files(clipping: Clipping, by: By) -> Iterator[File]:
    """The clipping as files: HTML, which shows what is bold or a table, before plain text."""
    moment = office_time(by.now)
    name = f"粘贴 {moment.month}月{moment.day}日 {moment:%H:%M}"
    for text, suffix in ((page(clipping.html), ".html"), (clipping.text, ".txt")):
        if text.strip():
            # What the page said of its encoding is no longer true; a BOM outweighs it.
            is_other = suffix == ".html" and _OTHER.search(text[:_HEAD])
            data = text.encode("utf-8-sig" if is_other else "utf-8", "replace")
            path = Path(name + suffix)
            yield File(path, "", path.name, data, sha256(data).hexdigest())


def page(html: str) -> str:
    """Copied HTML as a whole page, without the Windows clipboard's header (offsets in bytes)."""
    if _HEADER.match(html):
        offsets = {name: int(place) for name, place in _OFFSET.findall(html[:_LONGEST_HEADER])}
        data = html.encode("utf-8", "replace")
        spans = [(offsets.get(f"Start{n}", -1), offsets.get(f"End{n}", -1)) for n in _SPANS]
        whole = next((data[start:end] for start, end in spans if 0 < start < end), None)
        bare = html[html.find("<") :] if "<" in html else ""
        html = bare if whole is None else whole.decode("utf-8", "replace").rstrip("\0")
    if not html.strip() or _PAGE.search(html[:_LONGEST_HEADER]):
        return html
    return f"<html><body>{html}</body></html>"
