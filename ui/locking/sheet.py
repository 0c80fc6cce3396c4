"""The sheet with the recovery key, to be printed and kept in the safe."""

from html import escape

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from ui import style

TITLE = "恢复密钥"
_DPI = 300
_WORDS = (
    "<h1 align='center'>信息编报台恢复密钥</h1><p>{office}　{day}</p>"
    "<p style='font-size:15pt'><tt>{first}<br/>{second}</tt></p>"
    "<p>忘了口令时：打开信息编报台，点“忘了口令？用恢复密钥打开”，照上面输入（大小写、空格、横线"
    "都不要紧），再设一个新口令。抄错的，软件会指出是第几组。</p>"
    "<p>谁拿到这张纸和数据文件，谁就能打开数据。请密封后锁进保险柜，不要拍照，不要存在电脑里。"
    "换了恢复密钥以后，请销毁这一张。</p>"
)


def sheet(recovery: str, office: str, day: str) -> bytes:
    """One page as PDF; it is never written to a file here."""
    groups = recovery.split("-")
    half = len(groups) // 2
    first, second = "-".join(groups[:half]), "-".join(groups[half:])
    document = QTextDocument()
    document.setDefaultFont(QFont(style.screen_face(), 12))
    document.setHtml(_WORDS.format(office=escape(office), day=day, first=first, second=second))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_DPI)
    document.print_(writer)
    del writer  # it ends the document
    return bytes(buffer.data().data())
