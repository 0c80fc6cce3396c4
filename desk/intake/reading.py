"""Choose the format of a file by its content and read it, with all that is inside it.

Bounds: a file and each file inside it 50 MB, containers in containers 3 deep, 500 inner files and
200 MB unpacked in all. What passes one is refused with a sentence; what came before is kept.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import PurePath, PurePosixPath
from typing import NoReturn, TypeVar

from desk.errors import NotReadableError
from desk.intake import formats
from desk.intake.bounds import MAX_DEPTH, MAX_FILES, MAX_UNPACKED
from desk.intake.document import Enclosed, ReadDocument
from desk.intake.format import Format
from desk.intake.magic import nature
from desk.intake.preflight import check_name, check_size, inspect

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a file, or the sentence why there is none.

    ``name`` is the inner file's, with its folders; a list's text adds its place. ``file`` is the
    bare name of the file it stands in, ``data`` that file's bytes; empty where it is the file
    read, or where an earlier part brought them. ``digest`` is their SHA-256, the last of those
    in ``within``: the files that hold the text, outermost first.
    """

    name: str
    content: ReadDocument | str
    data: bytes = b""
    digest: str = ""
    within: tuple[str, ...] = ()
    file: str = ""


@cache
def known_formats() -> tuple[Format, ...]:
    """All formats the desk reads, those proven by content first."""
    names = [module.name for module in pkgutil.iter_modules(formats.__path__)]
    modules = [import_module(f"{formats.__name__}.{name}") for name in sorted(names)]
    found: list[Format] = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return tuple(sorted(found, key=lambda item: not item.by_content))


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes of all formats, for file dialogs and folders."""
    return tuple(suffix for item in known_formats() for suffix in item.suffixes)


def read(data: bytes, name: str) -> ReadDocument:
    """Read a file that holds one text; whatever is wrong is a NotReadableError with a sentence."""
    found = read_all(data, name)
    texts = [part.content for part in found if isinstance(part.content, ReadDocument)]
    if len(texts) > 1:
        raise NotReadableError(
            f"“{name}”里有 {len(texts)} 篇稿件，不能当作一篇来读。请先导入，再逐篇处理。"
        )
    if not texts:
        raise NotReadableError("".join(str(part.content) for part in found[:1]))
    return texts[0]


def read_all(data: bytes, name: str) -> tuple[Part, ...]:
    """Read all texts of a file; a refusal is a part and stops no other."""
    return tuple(part.read() for part in pending(data, name))


@dataclass(frozen=True, slots=True)
class Pending:
    """A part that was found and is still to be read; its fields are those of the part."""

    name: str
    content: Enclosed | ReadDocument | str
    data: bytes = b""
    within: tuple[str, ...] = ()
    file: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes it stands in."""
        return self.within[-1]

    def read(self) -> Part:
        """Read it; whatever goes wrong becomes its sentence."""
        content = _content(self.content)
        return Part(self.name, content, self.data, self.digest, self.within, self.file)


def pending(data: bytes, name: str, skip: int = 0) -> Iterator[Pending]:
    """The parts of a file one after another, without the first ``skip``."""
    brought = {sha256(data).hexdigest()}
    for number, part in enumerate(_Walk().parts(Enclosed(name, data), name, ())):
        if number >= skip:
            yield replace(part, data=b"") if part.digest in brought else part
            brought.update([part.digest] if part.data else [])


class _Walk:
    """Walks through a file and the files inside it, within the bounds."""

    def __init__(self) -> None:
        self._files = 0
        self._unpacked = 0
        self._seen: set[str] = set()

    def parts(self, file: Enclosed, path: str, within: tuple[str, ...]) -> Iterator[Pending]:
        """The texts of a file, found but not read."""
        chosen = _choose(file.data, PurePath(file.name).suffix.lower())
        here = (*within, sha256(file.data).hexdigest())
        if chosen is None or chosen.unpack is None:
            yield Pending(path, file, file.data, here, file.name)
            return
        found = 0
        try:
            _check_depth(len(here), file.name)
            items = _checked(chosen.unpack, file.data, file.name)
            while (item := _guarded(lambda: next(items, None), file.name)) is not None:
                found += 1
                if isinstance(item, ReadDocument):
                    place = f"{path} {item.place}".rstrip()
                    yield Pending(place, item, file.data, here, file.name)
                else:
                    yield from self._inner(item, file, path if within else "", here)
            _check_found(found, file.name)
        except NotReadableError as refusal:
            yield Pending(path, str(refusal), within=here, file=file.name)

    def _inner(
        self, item: Enclosed, container: Enclosed, path: str, within: tuple[str, ...]
    ) -> Iterator[Pending]:
        name = f"{path}/{item.name}" if path else item.name
        if item.refusal:
            yield Pending(name, item.refusal, within=within, file=item.name)
            return
        self._count(len(item.data), container.name)
        digest = sha256(item.data).hexdigest()
        if item.data and digest in self._seen:
            said = f"“{item.name}”与“{container.name}”里的另一个文件内容完全相同，没有重复登记。"
            yield Pending(name, said, within=(*within, digest), file=item.name)
            return
        self._seen.add(digest)
        yield from self.parts(_inherited(item, container), name, within)

    def _count(self, size: int, name: str) -> None:
        """Count an inner file; raises NotReadableError at the first one too many."""
        self._files += 1
        self._unpacked += size
        if self._files > MAX_FILES:
            raise NotReadableError(
                f"“{name}”里的文件超过 {MAX_FILES} 个，后面的没有读。请分成几份再导入。"
            )
        if self._unpacked > MAX_UNPACKED:
            raise NotReadableError(
                f"“{name}”里的文件合起来超过 {MAX_UNPACKED >> 20} MB，后面的没有读。"
                "请分成几份再导入。"
            )


def _check_depth(depth: int, name: str) -> None:
    if depth > MAX_DEPTH:
        raise NotReadableError(
            f"“{name}”没有读入：压缩包或邮件一层套一层，超过 {MAX_DEPTH} 层。"
            "请先解压，再导入里面的稿件。"
        )


def _check_found(found: int, name: str) -> None:
    if not found:
        raise NotReadableError(
            f"“{name}”里没有文字，也没有附件，无法登记。请让报送单位检查后重新发一份。"
        )


def _inherited(item: Enclosed, container: Enclosed) -> Enclosed:
    """What an archive inside a mail holds was sent by the mail's sender too."""
    bare = replace(item, name=PurePosixPath(item.name).name)
    if item.sender or not container.sender:
        return bare
    return replace(bare, sender=container.sender, subject=container.subject, sent=container.sent)


def _content(file: Enclosed | ReadDocument | str) -> ReadDocument | str:
    """The text of a file, read now; a sentence where it cannot be."""
    if not isinstance(file, Enclosed):
        return file
    try:
        document = _read(file.data, file.name)
    except NotReadableError as refusal:
        return str(refusal)
    labels = (("主题", file.subject),) if file.subject else ()
    return replace(
        document,
        labels=(*document.labels, *labels),
        sender=document.sender or file.sender,
        sent=document.sent or file.sent,
        notes=(*file.notes, *document.notes),
    )


def _read(data: bytes, name: str) -> ReadDocument:
    """Read a file that is no container."""
    chosen = _choose(data, PurePath(name).suffix.lower())
    if chosen is None or chosen.read is None:
        return _checked(_refuse, data, name)
    return _checked(chosen.read, data, name)


def _checked(reading: Callable[[bytes, str], T], data: bytes, name: str) -> T:
    """Read bytes whose name and size the desk can bear."""
    check_name(name)
    check_size(len(data), name)
    return _guarded(lambda: reading(data, name), name)


def _guarded(action: Callable[[], T], name: str) -> T:
    """Do a step of reading; whatever goes wrong becomes a sentence."""
    try:
        return action()
    except NotReadableError:
        raise
    except MemoryError as error:
        raise NotReadableError(
            f"“{name}”的内容太大，读入时内存不够，可能是有害文件。请先向报送单位核实。"
        ) from error
    except Exception as error:  # 11 kinds were seen in fuzzing (platform.md 5)
        raise NotReadableError(
            f"“{name}”的内容已损坏，读不出来。请让报送单位用 Word 或 WPS 重新保存一份再发来。"
        ) from error


def _choose(data: bytes, suffix: str) -> Format | None:
    """The format whose bytes these are; one that nothing proves goes by the suffix."""
    able = [item for item in known_formats() if item.accepts(data)]
    named = [item for item in able if suffix in item.suffixes]
    return next(iter([*named, *(item for item in able if item.by_content)]), None)


def _refuse(data: bytes, name: str) -> NoReturn:
    """Say what a file that no format reads really is."""
    found = nature(data)
    if found and PurePath(name).suffix.lower() not in readable_suffixes():
        raise NotReadableError(f"“{name}”读不了：它是{found[0]}。{found[1]}。")
    inspect(data, name)
    known = "、".join(readable_suffixes())
    raise NotReadableError(f"“{name}”不是能读的稿件。能读的是：{known}。")
