"""The columns of 操作记录."""

from desk.audit_lines import AuditLine
from desk.office_clock import minute_words
from ui.lists.column import Column

COLUMNS: tuple[Column[AuditLine], ...] = (
    Column("when", "时间", lambda one: minute_words(one.record.when), 140),
    Column("who", "姓名", lambda one: one.record.who, 92, tip=lambda one: one.record.who),
    Column("action", "操作", lambda one: one.record.action, 130, tip=lambda one: one.record.action),
    Column("subject", "涉及", lambda one: one.concerns, 240, tip=lambda one: one.concerns),
    Column(
        "detail",
        "内容",
        lambda one: " ".join(one.record.detail.split()),
        320,
        stretch=True,
        tip=lambda one: one.record.detail,
    ),
    Column("number", "编号", lambda one: str(one.record.id), 80, right=True, hidden=True),
)
