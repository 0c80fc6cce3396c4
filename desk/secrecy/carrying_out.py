"""Use case: carry drafts and issues out (外带、加密报送) in one ZIP sealed with AES-256.

The names in a ZIP stay legible, so that members are numbers; a list inside tells what they are.
"""

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath

from desk.auditing import By
from desk.body import Picture
from desk.compiling import name_of, publication_of
from desk.drafts import Secrecy
from desk.editions import pages_of, text_of
from desk.errors import DeskError, FieldError
from desk.forwardings.clean_copy import clean_copy, copy_docx, copy_txt
from desk.jobs import Job, Progress
from desk.leaving import Leaving, Way, record
from desk.office_clock import minute_words
from desk.secrecy.grades import grade_of, known_to
from desk.settings import Settings
from desk.store import Store
from desk.whole_file import write_whole
from desk.whole_folder import digest_of

SHORTEST = 12
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_GROUPS, _LENGTH = 5, 4  # 100 bits
LIST = "000.txt"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the package, under the title that stands in its list."""

    title: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Carried:
    """A package that was written and read again with its pass phrase."""

    path: Path
    digest: str  # SHA-256 of the package
    size: int
    grade: Secrecy
    titles: tuple[str, ...]
    files: int
    readers: str = ""  # 知悉范围 of the issues in it


def new_pass_phrase() -> str:
    """A strong pass phrase that can be told by telephone, as GK7M-2QXV-7TBC."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
    return "-".join(groups)


def must_do(phrase: str) -> None:
    """Raise FieldError for a pass phrase that is too short or not for every program."""
    if len(phrase) < SHORTEST:
        raise FieldError(
            "phrase",
            f"口令至少 {SHORTEST} 个字，现在是 {len(phrase)} 个。请再长一些，或者用生成的。",
        )
    if not phrase.isascii() or not phrase.isprintable():
        raise FieldError(
            "phrase", "外带包的口令只能用字母、数字和半角符号，否则对方的解压软件可能打不开。"
        )


def carry_out(
    store: Store,
    subjects: Sequence[str],
    target: Path,
    phrase: str,
    settings: Settings,
    *,
    by: By,
) -> Job[Carried]:
    """Write what subjects (draft:12, issue:3) name into one package, whole or not at all.

    It is made in memory, so that nothing of it ever lies on the disk unsealed.
    """
    must_do(phrase)
    members: list[Member] = []
    titles: list[str] = []
    for done, subject in enumerate(subjects):
        yield Progress(done, len(subjects) + 1, "正在收集要外带的文件")
        found = list(_members(store, subject, settings))
        titles.append(found[0].title)
        members += found
    yield Progress(len(subjects), len(subjects) + 1, "正在加密并核对")
    data = _sealed(members, phrase, by)
    _must_open(data, members, phrase)
    with store.begin() as work:
        grade, readers = grade_of(work, subjects), known_to(work, subjects)
        digest = digest_of(data)
        what = f"{len(titles)} 件 {len(members)} 个文件，AES-256 加密，SHA-256 {digest}"
        record(work, Leaving(Way.CARRIED, what, target.name, tuple(subjects)), by)
        write_whole(target, data)
    return Carried(target, digest, len(data), grade, tuple(titles), len(members), readers)


def _members(store: Store, subject: str, settings: Settings) -> Iterator[Member]:
    kind, _, number = subject.partition(":")
    if kind == "issue":
        yield from _of_issue(store, int(number), settings)
    else:
        yield from _of_draft(store, int(number))


def _of_draft(store: Store, draft_id: int) -> Iterator[Member]:
    """The clean text, and what is attached: pictures and the file that came in.

    Not a file of which it is one part (名单.xlsx 第3行): others would be carried out with it.
    """
    copy = clean_copy(store, draft_id)
    yield Member(copy.title, ".docx", copy_docx(copy))
    yield Member(copy.title, ".txt", copy_txt(copy))
    with store.read() as work:
        draft = work.drafts.get(draft_id)
        for at, block in enumerate(draft.body.blocks, start=1):
            if isinstance(block, Picture) and work.files.has(block.digest):
                data = work.files.get(block.digest)
                yield Member(f"{copy.title}（图 {at}）", _picture_suffix(data), data)
        original = draft.original
        suffix = PurePath(original.name).suffix
        is_own = not suffix or _SUFFIX.fullmatch(suffix) is not None
        if is_own and original.digest and work.files.has(original.digest):
            yield Member(f"{copy.title}（来稿原件）", suffix, work.files.get(original.digest))


def _picture_suffix(data: bytes) -> str:
    return ".png" if data.startswith(b"\x89PNG") else ".jpg"


def _of_issue(store: Store, issue_id: int, settings: Settings) -> Iterator[Member]:
    """The pages, of a released issue the frozen ones, its Word file, and its clean text."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        title = name_of(publication_of(work, issue.publication_id), issue)
    yield Member(title, ".pdf", pages_of(store, issue_id, settings).pdf)
    if issue.docx:
        with store.read() as work:
            yield Member(title, ".docx", work.files.get(issue.docx))
    if text := text_of(store, issue_id, settings):
        yield Member(title, ".txt", text.replace("\n", "\r\n").encode("utf-8-sig"))


def _named(members: Sequence[Member]) -> Iterator[tuple[str, Member]]:
    for number, one in enumerate(members, start=1):
        yield f"{number:03}{one.suffix.lower()}", one


def _sealed(members: Sequence[Member], phrase: str, by: By) -> bytes:
    import pyzipper  # noqa: PLC0415 - loaded on use

    held = BytesIO()
    with pyzipper.AESZipFile(
        held, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as package:
        package.setpassword(phrase.encode())
        package.setencryption(pyzipper.WZ_AES, nbits=256)
        package.writestr(LIST, _list(members, by))
        for name, one in _named(members):
            package.writestr(name, one.data)
    return held.getvalue()


def _list(members: Sequence[Member], by: By) -> bytes:
    lines = [f"{by.who} {minute_words(by.now)} 打包", "", "文件\t内容\tSHA-256"]
    lines += [f"{name}\t{one.title}\t{digest_of(one.data)}" for name, one in _named(members)]
    return "\r\n".join(lines).encode("utf-8-sig")


def _must_open(data: bytes, members: Sequence[Member], phrase: str) -> None:
    """Read the package as the other side will."""
    import pyzipper  # noqa: PLC0415 - loaded on use

    with pyzipper.AESZipFile(BytesIO(data)) as package:
        package.setpassword(phrase.encode())
        if any(package.read(name) != one.data for name, one in _named(members)):
            raise DeskError("外带包读回来和原件不一样，没有写出。请再试一次。")
