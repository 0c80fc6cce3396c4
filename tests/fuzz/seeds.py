"""What is broken: one good file of each kind, as the programs of the field write them."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
from PIL import Image

from desk.paths import RESOURCES
from tests.desk.intake.letters.conftest import Compound

SAMPLES = Path(__file__).parents[1] / "desk" / "intake" / "formats" / "samples"
TEXT = "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现并整改隐患35处。"
NOTICE = (
    "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
    "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。"
)


def sample(name: str) -> bytes:
    """A file that a real program wrote."""
    return (SAMPLES / name).read_bytes()


def word() -> bytes:
    """A .docx with headings, a list, a table and a picture."""
    made = docx.Document()
    made.add_heading("县教育局检查校园安全", 1)
    made.add_paragraph(TEXT, style="List Number")
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "单位", "12.5%"
    made.add_picture(io.BytesIO(picture("PNG")))
    return _saved(made)


def picture(form: str) -> bytes:
    """A small picture."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "#aa2211").save(made, form)
    return made.getvalue()


def workbook(*rows: tuple[object, ...]) -> bytes:
    """An .xlsx of one sheet."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return _saved(made)


def table(*rows: tuple[object, ...]) -> bytes:
    """The same as .csv."""
    return "\n".join(",".join(map(str, row)) for row in rows).encode("gb18030")


def mail(**attachments: bytes) -> bytes:
    """A message with attachments."""
    made = EmailMessage()
    made["From"], made["Subject"] = "张三 <a@yl.gov.cn>", "信息一篇"
    made["Date"] = "Mon, 09 Mar 2026 16:30:00 +0800"
    made.set_content(TEXT)
    for name, data in attachments.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def outlook() -> bytes:
    """A .msg."""
    streams = {"0037": "信息一篇", "1000": TEXT, "0C1A": "张三"}
    tree = {f"__substg1.0_{tag}001F": text.encode("utf-16-le") for tag, text in streams.items()}
    return Compound({"__properties_version1.0": bytes(32), **tree}).data()


def archive(**files: bytes) -> bytes:
    """A .zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return made.getvalue()


def html() -> bytes:
    """A page as it is pasted."""
    return (
        f"<html><body><h1>县教育局</h1><p style='text-indent:2em'>{TEXT}</p><ol><li>一</li></ol>"
        "<table><tr><td colspan=2>单位</td></tr><tr><td>1</td><td rowspan=9>2</td></tr></table>"
        "<script>x</script><!-- y --></body></html>"
    ).encode()


def rtf() -> bytes:
    """What Word 97 and later write, as it is: every character that isn't ASCII is escaped."""
    text = "".join(f"\\u{ord(one)}?" for one in TEXT)
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 SimSun;}}}}\\f0\\fs32 {text}\\par}}".encode()


def font() -> bytes:
    """The smallest face that comes with the program and has all it takes."""
    return (RESOURCES / "fonts" / "FandolSong-Regular.otf").read_bytes()


def _saved(made: object) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)  # type: ignore[attr-defined] - a document or a workbook
    return buffer.getvalue()
