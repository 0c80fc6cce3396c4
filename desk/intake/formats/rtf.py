"""RTF documents, where LibreOffice is installed to convert them; without it, what to do."""

from dataclasses import replace

from desk.errors import NotReadableError
from desk.intake import converter, magic
from desk.intake.document import ReadDocument
from desk.intake.format import Format
from desk.intake.formats import word
from desk.intake.preflight import check_size
from desk.intake.remarks import CONVERTED

_SIGNATURE = b"{\\rtf"


def read(data: bytes, name: str) -> ReadDocument:
    """Read an RTF document through LibreOffice; raises NotReadableError where there is none."""
    check_size(len(data), name)
    converted = converter.to_docx(data, ".rtf")
    if converted is None:
        what, advice = magic.nature(_SIGNATURE) or ("", "")
        raise NotReadableError(f"“{name}”是 {what}，读不出来。{advice}。")
    document = word.read(converted, name)
    return replace(document, notes=(CONVERTED, *document.notes))


FORMAT = Format(
    label="RTF 文档",
    suffixes=(".rtf",),
    accepts=lambda data: data.startswith(_SIGNATURE),
    read=read,
)
