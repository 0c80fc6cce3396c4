"""Nothing marked above the machine's ceiling is taken in, whatever carries the mark."""

import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import pytest

from desk.drafts import DraftQuery
from desk.jobs import finish
from desk.keeping import Outcome
from desk.receiving import receive

TEXT = "7月9日，县教育局对全县42所学校开展安全检查，发现并整改隐患18处。"


def manuscript(*texts: str) -> bytes:
    document = docx.Document()
    for text in ("县教育局检查校园安全", TEXT, *texts):
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("信息.docx", manuscript())
    return path


def mail(path: Path, subject: str) -> Path:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "张三 <zhang@yl.example>"
    message.set_content("信息科：\n    现将信息报送如下，请审阅。\n")
    message.add_attachment(
        manuscript(), maintype="application", subtype="octet-stream", filename="信息.docx"
    )
    path.write_bytes(message.as_bytes())
    return path


@pytest.fixture
def arrived(office):
    def take(path: Path) -> Outcome:
        return finish(receive(office.store, [path], by=office.by))[0]

    return take


def kept(office) -> list[int]:
    with office.store.read() as work:
        return work.drafts.ids(DraftQuery())


@pytest.mark.parametrize("name", ["机密-校园安全.zip", "【秘密】校园安全.zip"])
def test_the_name_of_an_archive_marks_all_that_is_in_it(office, arrived, tmp_path, name):
    outcome = arrived(archive(tmp_path / name))
    assert not outcome.accepted
    assert "超过本机允许" in outcome.message
    assert "涉密计算机" in outcome.message
    assert kept(office) == []


@pytest.mark.parametrize("subject", ["【机密】校园安全信息", "秘密：校园安全信息"])
def test_the_subject_of_a_mail_marks_all_that_is_attached(office, arrived, tmp_path, subject):
    outcome = arrived(mail(tmp_path / "a.eml", subject))
    assert "超过本机允许" in outcome.message
    assert kept(office) == []


def test_a_mail_about_keeping_secrets_is_taken_in(office, arrived, tmp_path):
    outcome = arrived(mail(tmp_path / "a.eml", "报送保守国家秘密宣传信息"))
    assert outcome.accepted
    assert len(kept(office)) == 1
