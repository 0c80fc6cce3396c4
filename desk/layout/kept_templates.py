"""Copies of the office's templates that have printed their sample: what is really used.

``.kept/<template>/<digest>/`` holds a copy, ``.kept/<template>/good`` names the last good one.
"""

import re
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desk.errors import DeskError
from desk.layout.fonts import bundled_fonts
from desk.layout.pdf import render_pdf
from desk.layout.pdfium import page_texts
from desk.layout.sample import read_sample
from desk.layout.templates import MANIFEST, SAMPLE, read_template
from desk.layout.word import render_docx
from desk.whole_file import write_whole

_GOOD, _SHARED, _FRESH = "good", "_shared", ".new"
_MOST_FILES, _MOST_BYTES = 60, 20_000_000
# Typst would fetch a package from the network, also one whose name is put together on the way.
_PACKAGE = re.compile(r'"@\w+/')
_HIDDEN = re.compile(r'\b(?:import|include)\b(?!\s*"[^@"\\]+")|\b(?:eval|std)\b')

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept copies in a folder; ``shipped`` holds the pages that all templates share."""

    folder: Path
    shipped: Path

    def names(self) -> list[str]:
        """The templates that have a good copy."""
        return sorted(path.parent.name for path in self.folder.glob(f"*/{_GOOD}"))

    def last_good(self, name: str) -> Path | None:
        """The folder of a template's last good copy."""
        try:
            good = self.folder / name / (self.folder / name / _GOOD).read_text("ascii")
        except (OSError, ValueError):
            return None
        return good if (good / MANIFEST).is_file() else None

    def keep(self, name: str, source: Path) -> Path:
        """Keep a copy of a template once its sample has printed, and return the copy.

        Raises DeskError, with file and line, where it does not; what was kept stays then.
        """
        files = _files(name, source)
        self._share()
        home, before = self.folder / name / _digest(files), self.last_good(name)
        if home == before:
            return home
        fresh = home.with_suffix(_FRESH)
        try:
            _write(fresh, files)
            try_out(name, fresh, self.folder)
            shutil.rmtree(home, ignore_errors=True)
            fresh.rename(home)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        write_whole(home.parent / _GOOD, home.name.encode())
        for old in home.parent.iterdir():
            if old.is_dir() and old not in (home, before):  # a page may just be made with before
                shutil.rmtree(old, ignore_errors=True)
        return home

    def _share(self) -> None:
        """Put the shared pages beside the copies, as this version of the program has them."""
        for path in (self.shipped / _SHARED).iterdir():
            copy, data = self.folder / _SHARED / path.name, path.read_bytes()
            if not copy.is_file() or copy.read_bytes() != data:
                copy.parent.mkdir(parents=True, exist_ok=True)
                write_whole(copy, data)


def try_out(name: str, home: Path, root: Path) -> None:
    """Print the sample of a template that lies in ``home``. Raises DeskError with file and line."""
    template = read_template(name, home, root)
    content = read_sample(name, home)
    fonts = bundled_fonts()
    pages = render_pdf(content, {}, fonts, template=template)
    texts = page_texts(pages.pdf)
    said = "".join("".join(texts).split())
    titles = ("".join(item.title.split()) for part in content.sections for item in part.items)
    if len(texts) != pages.page_count or not all(title in said for title in titles):
        raise DeskError(f"刊物模板“{name}”的page.typ没有印出整期，请在最后一行写上#issue()。")
    render_docx(content, {}, pages, fonts, template=template)


def _files(name: str, source: Path) -> Files:
    """The files of a template's folder, by their place in it. Raises DeskError for too much."""
    paths = sorted(path for path in source.rglob("*") if path.is_file() and not path.is_symlink())
    if len(paths) > _MOST_FILES or sum(path.stat().st_size for path in paths) > _MOST_BYTES:
        raise DeskError(f"模板文件夹“{name}”太大，只能放版式用的几个小文件，请清理。")
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in paths}
    for needed in (MANIFEST, SAMPLE):
        if needed not in files:
            raise DeskError(f"刊物模板“{name}”缺少{needed}，请补上。")
    for place, data in files.items():
        if place.endswith(".typ"):
            _must_be_at_hand(name, place, data.decode("utf-8", "replace"))
    return files


def _must_be_at_hand(name: str, place: str, text: str) -> None:
    """Raise DeskError where a page asks for a package, or may do so unseen."""
    for pattern, fault in (
        (_PACKAGE, "不能用网上的组件，请去掉。"),
        (_HIDDEN, "import和include后面要直接写文件名，也不能用eval和std，请改正。"),
    ):
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise DeskError(f"刊物模板“{name}”的{place}第{line}行：{fault}")


def _digest(files: Files) -> str:
    digest = sha256()
    for place, data in files.items():
        digest.update(f"{place}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:16]


def _write(folder: Path, files: Files) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for place, data in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
