"""The audit trail: who changed what, written with the change itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One change; ``subject`` is "draft:12", "issue:3", "unit:7" and so on."""

    when: datetime
    who: str
    action: str  # a Chinese verb phrase, shown as it is: 登记来稿
    subject: str
    detail: str = ""
