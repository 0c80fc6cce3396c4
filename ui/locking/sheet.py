"""The sheet with the recovery key, to be printed and kept in the safe."""

from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ui import style

TITLE = "恢复密钥"
_DPI = 300
_MARGIN_MM = 20
_A_LINE = 4  # groups of the key
_WORDS = (
    "<h1 align='center'>信息编报台恢复密钥</h1>"
    "<p align='center'>{office}<br/>{day}</p>"
    "<table width='100%' cellpadding='10'>{key}</table>"
    "<p><b>忘了口令时：</b>打开信息编报台，点“忘了口令？用恢复密钥打开”，设一个新口令，"
    "再照上面输入（大小写、空格、横线都不要紧）。抄错的，软件会指出是第几组。</p>"
    "<p><b>怎样保管：</b>谁拿到这张纸和数据文件，谁就能打开数据。请密封后锁进保险柜，不要拍照，"
    "不要存在电脑里。换了恢复密钥以后，请销毁这一张。</p>"
    "<p style='white-space:pre-wrap'><br/>封存人：　　　　　　　　　　"
    "封存日期：　　　　年　　月　　日</p>"
)
_GROUP = (
    "<td align='center'><span style='font-size:9pt'>第 {at} 组</span><br/>"
    "<span style='font-size:20pt'><tt>{group}</tt></span></td>"
)


def sheet(recovery: str, office: str, day: str) -> bytes:
    """One page as PDF; it is never written to a file here."""
    document = QTextDocument()
    document.setDefaultFont(QFont(style.screen_face(), 12))
    document.setHtml(_WORDS.format(office=escape(office), day=day, key=_rows(recovery)))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setPageSize(writer.pageLayout().paintRectPixels(_DPI).size().toSizeF())
    document.print_(writer)  # with a size of its own the page gets no number
    del writer  # it ends the document
    return bytes(buffer.data().data())


def _rows(recovery: str) -> str:
    """The groups of the key, each under its number: one that is mistyped is told by it."""
    cells = [
        _GROUP.format(at=at, group=group) for at, group in enumerate(recovery.split("-"), start=1)
    ]
    lines = (cells[at : at + _A_LINE] for at in range(0, len(cells), _A_LINE))
    return "".join(f"<tr>{''.join(line)}</tr>" for line in lines)
