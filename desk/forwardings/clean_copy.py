"""The clean copy of an item, to be keyed into the superior's system field by field (R176, F67)."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from desk.body import Body, Paragraph, Table
from desk.dates import full_date
from desk.drafts import Draft
from desk.errors import FieldError
from desk.forwardings.forwarding import Forwarding
from desk.forwardings.rules import rules_of
from desk.office_clock import day_of
from desk.store import Store, Work

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # not Co and Cn: rare names are written with these
_HIDDEN = re.compile(r"[\u034f\u115f\u1160\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the superior's system, and what goes into it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """An item as plain text, its fields in the order of the superior's system."""

    title: str
    carrier: str
    fields: tuple[Field, ...]

    @property
    def text(self) -> str:
        """The whole: each field under its name, the title and the text by themselves."""
        parts = (
            one.text if one.name in ("标题", "正文") else f"{one.name}：{one.text}"
            for one in self.fields
            if one.text
        )
        return "\n".join(parts)


def clean(text: str) -> str:
    """A text with nothing unseen in it: plain spaces, line feeds, no empty lines."""
    lines = []
    for line in _LINE_ENDS.split(text):
        plain = _HIDDEN.sub("", _BLANKS.sub(" ", line))
        plain = "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
        plain = _BLANKS.sub(" ", plain).strip()
        if plain:
            lines.append(plain)
    return "\n".join(lines)


def clean_copy(
    store: Store, draft_id: int, *, publication_id: int = 0, forwarding_id: int = 0
) -> CleanCopy:
    """The copy of a text for a carrier; of a forwarding under the title it was sent by."""
    with store.read() as work:
        draft = work.drafts.get(draft_id)
        rules = rules_of(work)
        carriers = {one.id: one for one in work.catalogue.publications()}
        carrier = carriers.get(publication_id)
        names = (rules.of(carrier).fields if carrier else ()) or rules.fields
        sent = work.matters.get(Forwarding, forwarding_id) if forwarding_id else None
        title = clean(sent.title if sent else draft.title)
        fields = tuple(
            Field(name, title if name == "标题" else clean(_FILLED[name](work, draft)))
            for name in names
        )
        shown = carrier.name if carrier else sent.carrier if sent else ""
        return CleanCopy(title, shown, fields)


def known_fields() -> Sequence[str]:
    """The names of all fields that can be filled."""
    return tuple(_FILLED)


def fields_typed(text: str) -> tuple[str, ...]:
    """Names of fields joined by 、 in their order. Raises FieldError for an unknown one."""
    names = tuple(dict.fromkeys(one for one in re.split(r"[、，,\s]+", text.strip()) if one))
    unknown = [one for one in names if one not in _FILLED]
    if unknown:
        known = "、".join(_FILLED)
        raise FieldError("fields", f"没有叫“{unknown[0]}”的栏目。可以写：{known}。")
    return names


def copy_txt(copy: CleanCopy) -> bytes:
    """The whole as a text file, as 记事本 likes it."""
    return copy.text.replace("\n", "\r\n").encode("utf-8-sig")


def copy_docx(copy: CleanCopy) -> bytes:
    """The whole as a Word file without any style of ours: plain paragraphs."""
    from docx import Document  # noqa: PLC0415 - heavy, loaded on use

    document = Document()
    for line in copy.text.split("\n"):
        document.add_paragraph(line)
    document.core_properties.title = copy.title
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def body_text(body: Body) -> str:
    """A body as plain paragraphs; a table gives a line a row."""
    return "\n".join(_lines(body))


def _lines(body: Body) -> Iterator[str]:
    for block in body.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield block.caption
            yield from (" ".join(row) for row in block.rows)


def _units(work: Work, draft: Draft) -> str:
    names = {one.id: one.name for one in work.registry.units()}
    return "、".join(names[one] for one in draft.unit_ids if one in names)


def _day(_work: Work, draft: Draft) -> str:
    day = draft.report_date or draft.event_date or day_of(draft.received)
    return full_date(day)


_FILLED: dict[str, Callable[[Work, Draft], str]] = {
    "标题": lambda _work, draft: draft.title,
    "正文": lambda _work, draft: body_text(draft.body),
    "单位": _units,
    "作者": lambda _work, draft: draft.author,
    "时间": _day,
    "电话": lambda _work, draft: draft.phone,
    "类型": lambda _work, draft: draft.kind.value if draft.kind else "",
    "签发": lambda _work, draft: draft.approver,
}
