"""Pack some of the demo's files as units send them: mails, archives, a workbook of rows."""

from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desk.dates import full_date
from desk.demo.documents import undated
from desk.demo.manuscripts import Manuscript

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FEWEST = 6  # files of a day of which some are packed
_HEADERS = ("序号", "标题", "报送单位", "作者", "联系电话", "报送日期", "内容")
Sent = tuple[Manuscript, Path]


def pack(sent: list[Sent]) -> None:
    """Pack three or four files of each busy day; what is packed no longer lies there alone."""
    for _, group in groupby(sent, key=lambda one: one[1].parent):
        files = list(group)
        if len(files) >= _FEWEST:
            _mail(files[1])
            _archive(files[2:4])
    rows = [one for one in sent if not (one[0].table or one[0].picture) and one[1].exists()]
    _list(rows[-2:])


def _mail(one: Sent) -> None:
    """A mail with the draft attached and two lines of courtesy."""
    draft, path = one
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(f"{draft.units[0]} {draft.author}", "xinxi", "yunling.example")
    mail["To"] = Address("信息科", "xxk", "yunling.example")
    mail["Subject"] = f"报送信息：{draft.title}"
    mail["Date"] = datetime.combine(draft.report, time(9, 5), UTC)
    mail.set_content(f"您好：\n附件是{draft.units[0]}报送的信息1篇，请查收。\n{draft.author}\n")
    mail.add_attachment(
        path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name
    )
    mail.set_boundary(f"=={path.stem.encode().hex()[:24]}==")
    path.with_suffix(".eml").write_bytes(mail.as_bytes())
    path.unlink()


def _archive(files: list[Sent]) -> None:
    """Two drafts in one archive."""
    folder = files[0][1].parent
    with ZipFile(folder / f"{files[0][0].units[0]}等报送信息.zip", "w", ZIP_DEFLATED) as archive:
        for _, path in files:
            archive.writestr(ZipInfo(path.name, _EPOCH), path.read_bytes(), ZIP_DEFLATED)
            path.unlink()


def _list(files: list[Sent]) -> None:
    """Drafts as rows of a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, loaded on use

    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook always has one; its type does not know
        return
    sheet.append(_HEADERS)
    for number, (draft, path) in enumerate(files, start=1):
        facts = (draft.title, draft.units[0], draft.author, draft.phone, full_date(draft.report))
        sheet.append((number, *facts, "\n".join(draft.paragraphs)))
        path.unlink()
    buffer = BytesIO()
    book.save(buffer)
    (files[0][1].parent / "信息报送汇总表.xlsx").write_bytes(undated(buffer.getvalue()))
