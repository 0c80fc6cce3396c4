"""The templates at hand: those that come with the program, and the office's own before them.

The office's lie in a folder of the data folder, one subfolder each, made and changed by hand. Only
copies that have printed their sample are used; what is wrong with the others is told, and the last
good copy stays in use. The shelf in use is the one state of its kind in a process: ``use`` says
once, at the start, where the office's templates lie. Asking may print a sample: not for the
window's thread.
"""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from threading import RLock
from typing import TYPE_CHECKING

from desk.errors import DeskError, sentence_of
from desk.layout.styles import Template
from desk.layout.templates import MANIFEST, TEMPLATES, read_template
from desk.layout.templates import template_names as names_in

if TYPE_CHECKING:
    from desk.layout.content import IssueContent
    from desk.layout.kept_templates import Kept

_NAME = re.compile(r"[^\W_][\w-]{0,39}")

Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What came of a folder as its files stood."""

    signature: Signature
    complaint: str


@dataclass(slots=True)
class Shelf:
    """Where templates lie; any thread may ask. A changed folder is tried when it is asked for."""

    office: Path | None = None
    shipped: Path = TEMPLATES
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _read: dict[Path, Template] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def turn_to(self, office: Path | None) -> None:
        """Take the office's templates from another folder."""
        with self._lock:
            self.office = office
            self._seen.clear()

    def names(self) -> list[str]:
        """The folders of all usable templates: the shipped ones, then the office's own."""
        shipped = names_in(self.shipped)
        own = [name for name in self._own() if name not in shipped and self._good(name)]
        return shipped + own

    def load(self, folder: str) -> Template:
        """The template of a folder, or its last good copy. Raises DeskError where there is none."""
        with self._lock:
            good = self._good(folder)
            home = good or self.shipped / folder
            if home not in self._read:
                complaint = self._seen[folder].complaint if folder in self._seen else ""
                if good is None and complaint and not (home / MANIFEST).is_file():
                    raise DeskError(complaint)
                root = good.parents[1] if good else self.shipped
                self._read[home] = read_template(folder, home, root)
            return self._read[home]

    def sample(self, folder: str) -> "IssueContent":
        """The sample issue of a template. Raises DeskError."""
        from desk.layout.sample import read_sample  # noqa: PLC0415 - not needed at the start

        return read_sample(folder, self.load(folder).home)

    def complaints(self) -> list[str]:
        """What is wrong with the office's templates, a sentence each."""
        with self._lock:
            for name in self._own():
                self._good(name)
            return [seen.complaint for _, seen in sorted(self._seen.items()) if seen.complaint]

    def install(self, source: Path) -> str:
        """Copy a folder to the office's templates and return its name.

        One of the same name is replaced. Raises DeskError, with file and line, for a broken one.
        """
        if self.office is None:
            raise DeskError("还没有打开数据文件夹，不能保存模板。请重新启动程序再试。")
        name = source.resolve().name
        if not _NAME.fullmatch(name):
            raise DeskError(f"模板文件夹“{name}”的名字只能用字母、汉字、数字和横线，请改名。")
        if source.resolve() == (self.office / name).resolve():
            raise DeskError("这个文件夹已经在本单位的模板里了，不用再装。")
        with self._lock:
            good = self._kept(self.office).keep(name, source)
            fresh = Path(mkdtemp(prefix=".new-", dir=self.office))
            shutil.copytree(good, fresh / "new")
            if (self.office / name).exists():
                (self.office / name).rename(fresh / "old")
            (fresh / "new").rename(self.office / name)
            shutil.rmtree(fresh, ignore_errors=True)
            self._seen.pop(name, None)
        return name

    def export(self, folder: str, target: Path) -> None:
        """Copy a template to a new or empty folder, as a start for another. Raises DeskError."""
        if target.exists() and any(target.iterdir()):
            raise DeskError(f"文件夹“{target.name}”里已有文件，请另选一个新文件夹。")
        shutil.copytree(self.load(folder).home, target, dirs_exist_ok=True)

    def _kept(self, office: Path) -> "Kept":
        from desk.layout.kept_templates import Kept  # noqa: PLC0415 - heavy, loaded on use

        return Kept(office / ".kept", self.shipped)

    def _own(self) -> list[str]:
        """The office's folders, those included that are gone but kept."""
        if self.office is None or not self.office.is_dir():
            return []
        return sorted({*names_in(self.office), *self._kept(self.office).names()})

    def _good(self, name: str) -> Path | None:
        """The copy to use of one of the office's templates; None where it has none."""
        if self.office is None or not self.office.is_dir() or not _NAME.fullmatch(name):
            return None
        with self._lock:
            folder, kept = self.office / name, self._kept(self.office)
            if not (folder / MANIFEST).is_file():
                return self._gone(name, kept)
            signature = _signature(folder)
            seen = self._seen.get(name)
            if seen is None or seen.signature != signature:
                self._seen[name] = _Seen(signature, _complaint(name, folder, kept))
            return kept.last_good(name)

    def _gone(self, name: str, kept: "Kept") -> Path | None:
        """A folder taken away: its last good copy stays, unless a shipped one has its name."""
        self._seen.pop(name, None)
        good = kept.last_good(name)
        if good is None or (self.shipped / name / MANIFEST).is_file():
            return None
        complaint = (
            f"刊物模板“{name}”的文件夹不见了，现在用的是上次留存的。请放回，或给刊物另选版式。"
        )
        self._seen[name] = _Seen((), complaint)
        return good


def _complaint(name: str, folder: Path, kept: "Kept") -> str:
    """Keep a copy of a folder if it prints; else say what is wrong."""
    try:
        kept.keep(name, folder)
    except DeskError as error:
        usable = kept.last_good(name) or (kept.shipped / name / MANIFEST).is_file()
        return f"{error}改好以前仍用原来的版式。" if usable else str(error)
    except OSError as error:
        return f"刊物模板“{name}”：{sentence_of(error)}"
    return ""


def _signature(folder: Path) -> Signature:
    """What changes when a file of a folder does."""
    found = [(path, path.stat()) for path in sorted(folder.rglob("*"))[:200]]
    return tuple((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in found)


_IN_USE = Shelf()


def use(office: Path | None) -> None:
    """Say where the office's templates lie; to be called at the start, before any is used."""
    _IN_USE.turn_to(office)


def in_use() -> Shelf:
    """The shelf of this process."""
    return _IN_USE


def template_names() -> list[str]:
    """The folders of all usable templates: the shipped ones, then the office's own."""
    return _IN_USE.names()


def complaints() -> list[str]:
    """What is wrong with the office's templates, a sentence with file and line each."""
    return _IN_USE.complaints()


def install_template(source_folder: Path) -> str:
    """Copy a folder to the office's templates and return its name. Raises DeskError."""
    return _IN_USE.install(source_folder)


def export_template(folder: str, target: Path) -> None:
    """Copy a template to a new folder, as a start for another. Raises DeskError."""
    _IN_USE.export(folder, target)


def sample_issue(folder: str) -> "IssueContent":
    """The sample issue of a template. Raises DeskError."""
    return _IN_USE.sample(folder)


def load_template(folder: str) -> Template:
    """The template of a folder, or its last good copy. Raises DeskError."""
    return _IN_USE.load(folder)
