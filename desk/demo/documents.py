"""Write the current drafts as the files that units send: .docx in many layouts, some .txt."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desk.dates import full_date
from desk.demo.layouts import layout_for
from desk.demo.manuscripts import Manuscript, current_manuscripts

_TEXT_EVERY = 12  # one file in so many is plain text
_FORBIDDEN = str.maketrans("", "", '\\/:*?"<>|')  # in file names on Windows
_STAMP = re.compile(rb"(?<=W3CDTF\">)[^<]+(?=</dcterms:)")
_FIXED = b"1980-01-01T00:00:00Z"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_documents(folder: Path, seed: int, today: date) -> list[Path]:
    """Write every current draft into a folder of its report day, the same bytes every time."""
    random = Random(f"{seed}:{today}:documents")  # noqa: S311 - the same files every time
    return write_files(folder, current_manuscripts(seed, today), random)


def write_files(folder: Path, drafts: Sequence[Manuscript], random: Random) -> list[Path]:
    """Write drafts, one file each, in their order."""
    written = []
    for place, draft in enumerate(drafts):
        day_folder = folder / draft.report.isoformat()
        day_folder.mkdir(parents=True, exist_ok=True)
        plain = not (draft.table or draft.picture) and place % _TEXT_EVERY == _TEXT_EVERY - 1
        path = day_folder / _name(draft, place, ".txt" if plain else ".docx")
        path.write_bytes(_text(draft, place) if plain else _word(draft, place, random))
        written.append(path)
    return written


def _name(draft: Manuscript, place: int, suffix: str) -> str:
    """A file name in one of the ways people name files."""
    title = draft.title.translate(_FORBIDDEN)
    unit = draft.units[0]
    day = f"{draft.report.month}.{draft.report.day}"
    names = (f"{unit}-{title}", title, f"{day}{unit}政务信息（{title[:12]}）", f"{title}（定稿）")
    return names[place % len(names)] + suffix


def _text(draft: Manuscript, place: int) -> bytes:
    """Plain text, in the old Windows encoding or in UTF-8."""
    lines = [
        draft.title,
        *("　　" + paragraph for paragraph in draft.paragraphs),
        f"报送单位：{draft.units[0]}",
        f"撰稿人：{draft.author}　联系电话：{draft.phone}",
        full_date(draft.report),
    ]
    old = (place // _TEXT_EVERY) % 2 == 0
    return ("\r\n".join(lines) + "\r\n").encode("gb18030" if old else "utf-8")


def _word(draft: Manuscript, place: int, random: Random) -> bytes:
    sheet = layout_for(draft, place)(draft, random)
    properties = sheet.core_properties
    properties.author = properties.last_modified_by = draft.author
    properties.title = ""
    properties.comments = ""
    moment = datetime(draft.report.year, draft.report.month, draft.report.day)  # noqa: DTZ001 - Word's property has no zone
    properties.created = properties.modified = moment
    buffer = BytesIO()
    sheet.save(buffer)
    return undated(buffer.getvalue())


def undated(package: bytes) -> bytes:
    """The same package with one fixed time on every part, and none in its properties."""
    buffer = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = _STAMP.sub(_FIXED, old.read(part))
            new.writestr(ZipInfo(part.filename, _ZIP_EPOCH), data, ZIP_DEFLATED)
    return buffer.getvalue()
