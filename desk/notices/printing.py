"""Letters on paper and as files, long batches with progress."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desk.bulletins.rewording import wording
from desk.jobs import Job, Progress
from desk.layout.fonts import installed_fonts
from desk.layout.forms import form_docx, forms_pdf, set_form
from desk.layout.imposition import Imposition
from desk.layout.preview import page_count
from desk.layout.sheets import imposed
from desk.notices.notice import Notice, NoticeKind, NoticeOptions
from desk.notices.writing import writing
from desk.store import Store
from desk.surveys.survey import Survey
from desk.whole_folder import checked, put, safe_name, whole_folder

_KINDS = (NoticeKind.DIRECTORS, NoticeKind.HEAD, NoticeKind.PRAISE, NoticeKind.RANK)


def printing(notices: Sequence[Notice], *, two_up: bool = False) -> Job[bytes]:
    """One PDF of letters, each from a page of its own on; needs at least one.

    ``two_up`` puts two pages side by side on one that lies across.
    """
    fonts = installed_fonts()
    found = []
    for at, one in enumerate(notices):
        yield Progress(at, len(notices), "正在排版")
        found.append((one.form, set_form(one.form, fonts)))
    yield Progress(len(notices), len(notices), "正在生成 PDF")
    pdf = forms_pdf(found, fonts)
    return imposed(pdf, range(page_count(pdf)), Imposition.TWO) if two_up else pdf


def filing(notices: Sequence[Notice], folder: Path) -> Job[int]:
    """A .docx for each letter in a new folder, which is there whole or not at all; how many.

    Raises DeskError where the folder is there already.
    """
    fonts = installed_fonts()
    with whole_folder(folder) as half:
        files = []
        for at, (name, one) in enumerate(zip(file_names(notices), notices, strict=True)):
            yield Progress(at, len(notices), "正在写 Word 文件")
            files.append(put(half, name, form_docx(one.form, fonts)))
        yield from checked(half, files)
    return len(files)


def file_names(notices: Sequence[Notice]) -> Iterator[str]:
    """A name for the file of each, no two alike where case does not count."""
    seen: Counter[str] = Counter()
    for one in notices:
        stem = safe_name(one.file_name)
        seen[stem.casefold()] += 1
        again = seen[stem.casefold()]
        yield f"{stem}（{again}）.docx" if again > 1 else f"{stem}.docx"


def letter_files(
    survey: Survey, wordings: Mapping[NoticeKind, str], label: str
) -> Job[tuple[tuple[str, bytes], ...]]:
    """The kinds that have a wording, by the usual choices, as PDF; the hand-out as .docx too.

    Kinds that fall on nobody are left out. ``label`` begins the names: 2026Q3.
    """
    files: list[tuple[str, bytes]] = []
    for kind, text in wordings.items():
        notices = yield from writing(survey, kind, NoticeOptions(), text)
        if notices:
            files.append((f"{label} {kind}.pdf", (yield from printing(notices))))
        if notices and kind is NoticeKind.DIRECTORS:
            files.append((f"{label} {kind}.docx", form_docx(notices[0].form)))
    return tuple(files)


def meeting_wordings(store: Store) -> dict[NoticeKind, str]:
    """The wordings in force of the kinds that a meeting needs."""
    return {kind: wording(store, kind.wording).text for kind in _KINDS}
