"""Use case: wipe drafts whose time is over (销毁), with a certificate that two people sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from desk.audit import AuditQuery
from desk.auditing import By, note
from desk.body import Picture, Table
from desk.dates import full_date
from desk.drafts import Draft
from desk.errors import FieldError, NotAllowedError
from desk.jobs import Job, Progress
from desk.layout.forms import Form, form_docx, form_pdf
from desk.office_clock import day_of
from desk.secrecy.retention import WIPED, DraftRetention, due, must_be_right, retention_of
from desk.store import Store, Work

GONE_TITLE = "（已销毁）"
CERTIFIED = "出销毁证明"
_NAMED_STILL = "标题不留在稿件里；操作记录、得分台账、已印发的刊物和有关登记里写着的标题不变。"
_WHAT = (
    "下列稿件的正文、原件、历次修改、未印发的图片、审签意见和签字单扫描件、核查记录、电话、检索和比对数据已从数据文件中"
    "清除，不能恢复。编号、单位、日期、谁何时怎样审签、计分和已印发的刊物不变。"
    "摘要是所销毁内容 SHA-256 的前 16 位。"
)


@dataclass(frozen=True, slots=True)
class Order:
    """Who wipes, who watches, who approved it and on what ground; ``count`` is typed in."""

    wiper: str
    watcher: str
    approver: str
    basis: str
    count: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is kept of a wiping: how many drafts, and the files of its certificate."""

    count: int
    pdf: bytes
    docx: bytes


def keep_retention(store: Store, rules: DraftRetention, *, by: By) -> None:
    """Decide how long what drafts say is kept."""
    must_be_right(rules)
    with store.begin() as work:
        if rules != retention_of(work):
            work.matters.keep_policy(rules, by)
            told = (rules.released, rules.rejected, rules.filed, rules.returned)
            words = "、".join(str(one or "永久") for one in told)
            said = f"采用、不采用、存查、退稿：{words}"
            note(work, by, "改稿件保管期限", "policy:DraftRetention", said)


def wipe(
    store: Store, draft_ids: Sequence[int], order: Order, office: str, backups: str, *, by: By
) -> Job[Certificate]:
    """Wipe drafts for good, and make the certificate, all of it or nothing.

    ``backups`` says until when backups hold them still. Raises FieldError for an order that is
    not whole, NotAllowedError for drafts whose time is not over.
    """
    must_be_whole(order, len(draft_ids))
    with store.begin() as work:
        drafts = _still_due(work, draft_ids, by)
        rows: list[tuple[str, ...]] = []
        keeps_titles = retention_of(work).keeps_titles
        names = {unit.id: unit.short for unit in work.registry.units()}
        for done, draft in enumerate(drafts):
            yield Progress(done, len(drafts), "正在销毁")
            digest = _wipe_one(work, draft, keeps_titles=keeps_titles)
            title = draft.title if keeps_titles else GONE_TITLE
            units = "、".join(names.get(one, "") for one in draft.unit_ids)
            day = f"{day_of(draft.received):%Y-%m-%d}"
            facts = (str(draft.id), title, units, day, str(draft.secrecy), str(draft.status))
            rows.append((*facts, digest[:16]))
            note(work, by, WIPED, f"draft:{draft.id}", f"{order.basis}；摘要 {digest}")
        work.drafts.settle_wiping()
        yield Progress(len(drafts), len(drafts), "正在出销毁证明")
        form = certificate(rows, order, office, backups, by)
        made = Certificate(len(drafts), form_pdf([form]), form_docx(form))
        digests = [
            work.files.put(made.pdf, f"销毁证明 {by.today}.pdf"),
            work.files.put(made.docx, f"销毁证明 {by.today}.docx"),
        ]
        told = f"{len(drafts)} 件，销毁人 {order.wiper}，监销人 {order.watcher}"
        note(work, by, CERTIFIED, f"file:{digests[0][:32]}", f"{told}；{' '.join(digests)}")
    store.empty_log()
    for draft in drafts:
        for sitting in store.aside.all():
            if sitting.draft_id == draft.id:
                store.aside.drop(draft.id, sitting.window)
    return made


def certificates(work: Work) -> list[tuple[date, str, str]]:
    """The certificates kept, newest first: the day, in words, and the digest of the PDF."""
    found = []
    ids = work.audit.ids(AuditQuery(action=CERTIFIED))
    for one in work.audit.page(ids):
        words, _, digests = one.detail.partition("；")
        found.append((day_of(one.when), words, digests.split()[0]))
    return found


def certificate(
    rows: Sequence[tuple[str, ...]], order: Order, office: str, backups: str, by: By
) -> Form:
    """The certificate (销毁证明) with its list, to be signed by both."""
    heads = ("编号", "标题", "单位", "收稿", "密级", "结果", "内容摘要")
    return Form(
        "稿件销毁证明",
        office,
        by.today,
        meta=(f"共 {len(rows)} 件", full_date(by.today)),
        paragraphs=(
            f"依据：{order.basis}",
            f"批准人：{order.approver}",
            f"销毁人：{order.wiper}",
            f"监销人：{order.watcher}",
            _WHAT,
            *((_NAMED_STILL,) if any(row[1] == GONE_TITLE for row in rows) else ()),
            backups,
        ),
        table=Table((heads, *rows)),
        columns=(2, 7, 4, 4, 2, 3, 7),
        closing=("销毁人签字：　　　　　　　　监销人签字：　　　　　　　　",),
        signed=(office,),
    )


def backups_words(year: int, years: int) -> str:
    """Until when backups hold what is wiped, honestly."""
    return (
        f"此前的备份里还有这些内容：按现行规则，最晚的一份到 {year + years} 年底才轮换掉。"
        "要提前清除，请在文件夹里删除此前的备份，包括第二介质和带出去的备份。"
    )


def must_be_whole(order: Order, count: int) -> None:
    """Raise FieldError for an order that lacks something, or for another count of drafts."""
    for name, words, value in (
        ("wiper", "销毁人", order.wiper),
        ("watcher", "监销人", order.watcher),
        ("approver", "批准人", order.approver),
        ("basis", "销毁依据", order.basis),
    ):
        if not value.strip():
            raise FieldError(name, f"没有写{words}。销毁要有批准、两人在场。请写上再销毁。")
    if order.wiper.strip() == order.watcher.strip():
        raise FieldError("watcher", "销毁人和监销人是同一个人。销毁要两人在场，请写另一个人。")
    if not count:
        raise FieldError("count", "没有选中稿件。请先选中要销毁的稿件。")
    if order.count != count:
        raise FieldError("count", f"选中的是 {count} 件，写的是 {order.count} 件。请核对后再写。")


def _still_due(work: Work, draft_ids: Sequence[int], by: By) -> list[Draft]:
    found = {draft.id: draft for draft in due(work, by.today)}
    early = [one for one in draft_ids if one not in found]
    if early:
        title = work.drafts.get(early[0]).title
        raise NotAllowedError(f"“{title}”没有到期，或者已经销毁，没有动。请刷新清单后再试。")
    return [found[one] for one in draft_ids]


def _wipe_one(work: Work, draft: Draft, *, keeps_titles: bool) -> str:
    """Wipe a draft with its texts for publications; returns the digest of what it said."""
    said = sha256()
    for one in (draft, *work.drafts.versions(draft.id)):
        for saved in work.drafts.revisions(one.id):
            said.update(f"{saved.title}\n{saved.body.text}\n".encode())
        pictures = [block.digest for block in one.body.blocks if isinstance(block, Picture)]
        said.update("\n".join([one.original.digest, *pictures]).encode())
        work.drafts.wipe(one.id, one.title if keeps_titles else GONE_TITLE)
    return said.hexdigest()
