"""Every reader and every import, each with the good files it is fed broken ones of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from db import keys
from db.store import SqlStore
from desk.auditing import By
from desk.backups import package
from desk.body import plain
from desk.check_lines import check_lines
from desk.drafts import Draft, Original
from desk.errors import NotReadableError
from desk.forwardings.upper_list import Asked, read_file, read_pasted
from desk.fragments import cells, fragment
from desk.importing.ledger import look_through, read_book
from desk.importing.past.guide import PLAIN
from desk.importing.past.guide_file import load_guide
from desk.importing.phrases import import_phrases
from desk.importing.quotas import import_quotas
from desk.importing.units import import_units
from desk.importing.words import import_words
from desk.intake import converter
from desk.intake.reading import read_all
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.registry import Names
from desk.jobs import finish
from desk.layout import own_fonts
from desk.layout.shelf import Shelf
from desk.paths import RESOURCES, Paths
from desk.phrases import Category
from desk.picturing import keep_picture
from desk.publications import Publication, Section
from desk.scoring.schemes.file import read_file as read_scheme
from desk.settings import Settings, load, save
from desk.slip_scans import must_be_scan
from desk.timeliness.notice import read_plan
from desk.units import Unit, UnitGroup
from desk.vault.attempts import hear
from desk.vault.sealing import seal, unseal
from tests.conftest import NOW
from tests.fuzz import seeds

BY = By("王敏", NOW)
METHODS = Path(__file__).parents[1] / "desk" / "scoring" / "methods"
PASSWORD = "云岭2026夏至"  # noqa: S105 - of a test
UNITS = ("全称", "简称", "别名", "分组"), ("云岭县教育局", "县教育局", "教育局、县教委", "县直")
QUOTAS = ("年度", "单位", "目标分", "目标条数"), (2026, "云岭县教育局", 40, 12)
LEDGER = (
    ("日期", "单位", "标题", "刊物", "栏目", "方式", "批示", "备注"),
    ("2026-03-09", "县教育局", "检查校园安全", "政务信息", "信息", "单条", "县长", "12.5"),
)
PHRASES = ("类别", "名称", "内容"), ("短语", "开头", "据县教育局反映，")
WORDS = ("词", "改为", "除外", "说明"), ("布署", "部署", "", "错字")


@dataclass(frozen=True)
class Desk:
    """What the imports work on: a store with one unit and one carrier, and a folder of its own."""

    store: SqlStore
    folder: Path

    def put(self, name: str, data: bytes) -> Path:
        """A file on the disk with these bytes."""
        path = self.folder / name
        path.write_bytes(data)
        return path


@dataclass(frozen=True)
class Target:
    """A reader: its good files by name, and how it is called."""

    name: str
    good: Callable[[Path], dict[str, bytes]]
    read: Callable[[Desk, str, bytes], object]


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """An office to feed."""
    (folder / "files").mkdir(parents=True)
    store = SqlStore.open(Paths(folder / "data"), clock=lambda: NOW)
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县直"))
        unit = Unit("云岭县教育局", "县教育局", group.id, ("教育局",))
        body = plain(seeds.TEXT)
        work.registry.save_unit(unit)
        work.drafts.add(Draft("检查校园安全", body, Original("a.txt", "", body), NOW), BY.who)
        work.catalogue.save_publication(Publication("政务信息", (Section("信息", 0),)))
    try:
        yield Desk(store, folder / "files")
    finally:
        store.close()


def targets() -> tuple[Target, ...]:
    """All of them; a new import belongs in this list."""
    return (
        *(Target(name, lambda _at, make=make: make(), _read_draft) for name, make in DRAFTS),
        Target("网页粘贴", lambda _at: {"粘贴.html": seeds.html()}, _read_draft),
        *(_import(name, rows, call) for name, rows, call in _TABLES),
        Target("剪贴板", lambda _at: {"a.html": seeds.html(), "a.txt": _pasted()}, _paste),
        Target("检查（一行一篇）", lambda _at: {"a.jsonl": _LINES.encode()}, _check_lines),
        Target("口令尝试", lambda _at: {"attempts": _ATTEMPTS}, _on_disk(_hear)),
        Target("上级通报（粘贴）", lambda _at: {"a.txt": _pasted()}, _read_upper_text),
        Target("台账对照", lambda _at: {"对照.toml": _GUIDE.encode()}, _on_disk(load_guide)),
        Target("计分办法", lambda _at: {"办法.toml": _scheme()}, _on_disk(read_scheme)),
        Target("设置", _settings, _on_disk(load)),
        Target("放假通知", lambda _at: {"a.txt": seeds.NOTICE.encode()}, _read_notice),
        Target("模板", lambda _at: {"template.toml": _template()}, _install),
        Target("字体", lambda _at: {"a.otf": seeds.font()}, _on_disk(own_fonts.check_font)),
        Target("审签扫描件", _scans, lambda _d, name, data: must_be_scan(name, data)),
        Target("插图", _pictures, _insert),
        Target("备份", _package, _examine),
        Target("加密文件", _sealed, _unseal),
        Target("密钥文件", _key_file, _read_key),
    )


RTF = (".rtf", lambda: {"检查.rtf": seeds.rtf()})
DRAFTS = (
    *([RTF] if converter.program() else []),  # without LibreOffice nothing of it is read
    (".docx", lambda: {"来稿.docx": seeds.word(), "检查.docx": seeds.sample("inspection.docx")}),
    (".doc", lambda: {"检查.doc": seeds.sample("inspection.doc")}),
    (".wps", lambda: {"检查.wps": seeds.sample("inspection.doc")}),
    (".htm", lambda: {"检查.htm": seeds.sample("inspection.htm"), "页.html": seeds.html()}),
    (".pdf", lambda: {"检查.pdf": seeds.sample("inspection.pdf")}),
    (".txt", lambda: {"检查.txt": seeds.sample("inspection.txt")}),
    (".eml", lambda: {"信.eml": seeds.mail(**{"稿.docx": seeds.word()})}),
    (".msg", lambda: {"信.msg": seeds.outlook()}),
    (".xlsx", lambda: {"表.xlsx": seeds.workbook(*_LIST)}),
    (".zip", lambda: {"包.zip": seeds.archive(**{"a.docx": seeds.word(), "b.txt": b"x"})}),
)
_LIST = ("序号", "报送单位", "标题", "内容"), (1, "县教育局", "检查校园安全", seeds.TEXT)


def _read_draft(_desk: Desk, name: str, data: bytes) -> object:
    parts = [part.content for part in read_all(data, name)]
    texts = [one for one in parts if not isinstance(one, str)]
    if not texts:
        raise NotReadableError("".join(map(str, parts)))
    return [recognise(one, _names(), name=name, near=NOW.date()) for one in texts]


@cache
def _names() -> Names:
    return Names([Unit("云岭县教育局", "县教育局", 1, id=1)])


def _import(name: str, rows: tuple[tuple[object, ...], ...], call: object) -> Target:
    def good(_folder: Path) -> dict[str, bytes]:
        return {"表.xlsx": seeds.workbook(*rows), "表.csv": seeds.table(*rows)}

    return Target(name, good, call)


def _units(desk: Desk, name: str, data: bytes) -> object:
    return import_units(desk.store, desk.put(name, data), who=BY.who, now=BY.now)


def _quotas(desk: Desk, name: str, data: bytes) -> object:
    return import_quotas(desk.store, desk.put(name, data), who=BY.who, now=BY.now)


def _ledger(desk: Desk, name: str, data: bytes) -> object:
    return finish(look_through(desk.store, read_book(desk.put(name, data)), PLAIN, by=BY))


def _phrases(desk: Desk, name: str, data: bytes) -> object:
    return import_phrases(desk.store, Category.PHRASE, desk.put(name, data), by=BY)


def _words(desk: Desk, name: str, data: bytes) -> object:
    return import_words(desk.store, "C02", desk.put(name, data), by=BY)


def _upper(desk: Desk, name: str, data: bytes) -> object:
    with desk.store.read() as work:
        asked = Asked(work.catalogue.publications()[0], date(2026, 7, 15))
        return read_file(work, data, name, asked)


_TABLES = (
    ("单位名册", UNITS, _units),
    ("目标任务", QUOTAS, _quotas),
    ("旧台账", LEDGER, _ledger),
    ("短语", PHRASES, _phrases),
    ("词表", WORDS, _words),
    ("上级通报", LEDGER, _upper),
)


def _pasted() -> bytes:
    return "\n".join("\t".join(map(str, row)) for row in LEDGER).encode()


def _read_upper_text(desk: Desk, _name: str, data: bytes) -> object:
    with desk.store.read() as work:
        asked = Asked(work.catalogue.publications()[0], date(2026, 7, 15))
        return read_pasted(work, data.decode("utf-8", "replace"), asked)


def _paste(_desk: Desk, _name: str, data: bytes) -> object:
    text = data.decode("utf-8", "replace")
    return fragment(text, text), cells(text, text)


def _check_lines(_desk: Desk, _name: str, data: bytes) -> object:
    return list(check_lines(data.decode("utf-8", "replace").splitlines()))


def _hear(path: Path) -> object:
    return hear(path, NOW)


def _on_disk(read: Callable[[Path], object]) -> Callable[[Desk, str, bytes], object]:
    return lambda desk, name, data: read(desk.put(name, data))


_LINES = (
    f'{{"id": 1, "title": "检查", "body": "{seeds.TEXT}", "meta": {{"report_date": "2026-07-15"}}}}'
)
_ATTEMPTS = b'{"wrong": 2, "until": "2026-07-15T01:30:00+00:00"}'
_GUIDE = '"日期" = "采用时间"\n"单位" = "报送单位"\n表头行 = [2]\n"不用" = ["序号"]\n'


def _scheme() -> bytes:
    return (METHODS / "taizhou" / "scheme.toml").read_bytes()


def _settings(folder: Path) -> dict[str, bytes]:
    path = folder / "settings.toml"
    save(Settings(office="云岭县人民政府办公室"), path)
    return {"settings.toml": path.read_bytes()}


def _read_notice(_desk: Desk, _name: str, data: bytes) -> object:
    return read_plan(data.decode("utf-8", "replace"), 2027)


def _template() -> bytes:
    return (RESOURCES / "templates" / "zhengwu" / "template.toml").read_bytes()


def _install(desk: Desk, name: str, data: bytes) -> object:
    home, office = desk.folder / "我的模板", desk.folder / "templates"
    home.mkdir(exist_ok=True)
    office.mkdir(exist_ok=True)
    sample = RESOURCES / "templates" / "zhengwu" / "sample.toml"
    (home / "sample.toml").write_bytes(sample.read_bytes())
    (home / name).write_bytes(data)
    return Shelf(office).install(home)


def _scans(_folder: Path) -> dict[str, bytes]:
    return {"单.pdf": seeds.sample("pages.pdf"), **_pictures(_folder)}


def _pictures(_folder: Path) -> dict[str, bytes]:
    return {f"图.{one.lower()}": seeds.picture(one) for one in ("PNG", "JPEG", "BMP", "GIF")}


def _insert(desk: Desk, name: str, data: bytes) -> object:
    return keep_picture(desk.store, 1, name, data, by=BY)


def _package(folder: Path) -> dict[str, bytes]:
    with desk_in(folder / "packed") as desk:
        written = desk.store.backup()
        return {"a.infodesk": written.read_bytes()}


def _examine(desk: Desk, name: str, data: bytes) -> object:
    return finish(package.check(desk.put(name, data)))


def _sealed(folder: Path) -> dict[str, bytes]:
    source, target = folder / "plain", folder / "sealed"
    source.write_bytes(seeds.TEXT.encode() * 50)
    finish(seal(source, target, PASSWORD))
    return {"a.sealed": target.read_bytes()}


def _unseal(desk: Desk, name: str, data: bytes) -> object:
    target = desk.folder / "unsealed"
    target.unlink(missing_ok=True)
    return finish(unseal(desk.put(name, data), target, PASSWORD))


def _key_file(folder: Path) -> dict[str, bytes]:
    with desk_in(folder / "locked") as desk:
        desk.store.locks.set_password(PASSWORD)
        return {"desk.key": (folder / "locked" / "data" / "desk.key").read_bytes()}


def _read_key(desk: Desk, _name: str, data: bytes) -> object:
    path = desk.put("desk.key", data)
    return keys.opened(data.decode("utf-8", "replace"), PASSWORD, path)
