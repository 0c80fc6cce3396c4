"""The result of recognition; None wherever the document does not say."""

from dataclasses import dataclass
from datetime import date

from desk.body import Body
from desk.drafts import Kind, Secrecy, Urgency


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a document says of itself; ``body`` is the running text with tables and pictures.

    ``doubts`` names the fields whose value rests on weak evidence: inferred, or told by what
    carried the text instead of the text. ``signed_as`` is the signature no unit is known by.
    """

    body: Body
    title: str | None = None
    unit_ids: tuple[int, ...] = ()
    unknown_units: tuple[str, ...] = ()
    author: str | None = None  # several joined by 、
    phone: str | None = None
    approver: str | None = None
    event_date: date | None = None
    report_date: date | None = None
    kind: Kind | None = None
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    captions: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubts: frozenset[str] = frozenset()
    signed_as: str = ""
