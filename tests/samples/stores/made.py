"""Make a store by the code of its time: run with a work tree of that commit as working folder.

    git worktree add --detach /tmp/then COMMIT
    cd /tmp/then && .../python .../tests/samples/stores/made.py STEP OUT

Runs the demo of that time over 16 drafts, one released issue and a fortieth of its ledger. To keep
the samples small its pages are blank, its Word files slim and its scans stamps; everything else
is what that code wrote. Writes STEP.sqlite and STEP.json; ``packed`` puts a folder of them into
``stores.tar.xz``.
"""

import hashlib
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import docx.api
import typst
from PIL import Image
from sqlcipher3 import dbapi2

sys.path.insert(0, str(Path.cwd()))  # the code of that time

from desk.demo import history, office
from desk.demo.workdays import workdays_back
from desk.drafts import DraftQuery
from desk.layout import pdf
from desk.paths import Paths
from main import open_store

TODAY, NOW = date(2026, 7, 15), datetime(2026, 7, 15, 8, tzinfo=UTC)
WORDS = ("困难群众", "通水", "公安")
A_DAY, EVERY = 2, 120  # files of a day that are kept; rows of the ledger, one of so many
LZMA = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 64 << 20}]


def kept(style):
    """A table's style, where it is one that is used."""
    return style[0] if b"w:default" in style[0] or b"TableGrid" in style[0] else b""


def slimmed(target):
    """Word's empty document without the styles nobody uses."""
    source = zipfile.ZipFile(docx.api._default_docx_path())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as slim:
        for one in source.infolist():
            data = source.read(one)
            if one.filename.startswith("word/styles"):
                data = re.sub(
                    rb'<w:style [^>]*w:type="table".*?</w:style>', kept, data, flags=re.DOTALL
                )
            slim.writestr(one.filename, data)
    docx.api._default_docx_path = lambda: str(target)


def blank(_engine, _page, inputs, _day):
    """A page that is told from others by its title alone."""
    told = sorted((key, str(value)) for key, value in inputs.items())
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    source = f'#set document(title: "{digest}", date: none)\n#set page(width: 60pt, height: 90pt)'
    return typst.compile(source.encode())


def make_small(folder):
    """Have the demo of that time write a small office."""
    slimmed(folder / "slim.docx")
    (getattr(pdf, "Engine", None) or pdf._Engine).compile = blank
    save = Image.Image.save
    Image.Image.save = lambda one, *args, **more: save(
        one.resize((48, 64)).convert("1"), *args, **more
    )
    rows, compiled = history.history_rows, office._compiled
    history.history_rows = lambda *given: rows(*given)[::EVERY]
    last = workdays_back(TODAY, 2)
    office._compiled = lambda store, day: compiled(store, day)[-1:] if day in last else []
    name = "write_arrivals" if hasattr(office, "write_arrivals") else "write_documents"
    write = getattr(office, name)

    def few(target, *given):
        write(target, *given)
        for day in target.iterdir():
            files = [one for one in day.rglob("*") if one.is_file()]
            files.sort(key=lambda one: (one.suffix not in {".txt", ".docx"}, one.stat().st_size))
            for one in files[A_DAY:]:
                one.unlink()
            for one in files[:A_DAY]:
                as_text(one)

    setattr(office, name, few)


def as_text(path):
    """Turn a Word file into a text file of the same name."""
    if path.suffix == ".docx":
        lines = [one.text for one in docx.Document(str(path)).paragraphs]
        path.with_suffix(".txt").write_text("\n".join(lines), encoding="utf-8")
        path.unlink()


def said(paths):
    """What that code says of its own store."""
    store = open_store(paths)
    with store.read() as work:
        query = DraftQuery()
        if hasattr(query, "with_versions"):
            query = replace(query, with_versions=True)
        drafts = {
            str(one.id): [
                one.title,
                one.status.value,
                [[each.title, sha(each.body.text.encode())] for each in revisions],
            ]
            for one in work.drafts.several(work.drafts.ids(query))
            for revisions in [work.drafts.revisions(one.id)]
        }
        issues = {
            str(one.id): [one.number, str(one.day), one.pdf, one.docx, of]
            for one in work.issues.all()
            for of in [sha(work.files.get(one.pdf)) if one.pdf else ""]
        }
        audit = [
            [one.when.isoformat(), one.who, one.action, one.subject, one.detail]
            for one in work.audit.records(limit=100_000)
        ]
    store.close()
    return {
        "drafts": drafts,
        "issues": issues,
        "audit": [len(audit), sha(json.dumps(audit, ensure_ascii=False).encode())],
        "scores": json.loads(verb(paths, "scores", "--from", "2026-01-01", "--to", str(TODAY))),
        "search": {word: verb(paths, "search", word) for word in WORDS},
    }


def verb(paths, *words):
    """What a verb of that time prints."""
    line = [sys.executable, "main.py", "--data", str(paths.data), *words, "--json"]
    done = subprocess.run(line, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return done.stdout


def sha(data):
    """SHA-256 as hex digits."""
    return hashlib.sha256(data).hexdigest()


def unkeyed(paths, target):
    """Write the store as plain SQLite."""
    key = (paths.data / "desk.key").read_text().strip()
    store = dbapi2.connect(str(paths.store), isolation_level=None)
    store.execute(f"PRAGMA key = \"x'{key}'\"")
    store.execute("PRAGMA cipher_page_size = 8192")
    store.execute("ATTACH ? AS plain KEY ''", (str(target),))
    store.execute("SELECT sqlcipher_export('plain')")
    store.close()


def packed(folder, target):
    """Put a folder of samples into one file, the like beside the like."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for one in sorted(folder.glob("*.json")) + sorted(folder.glob("*.sqlite")):
            member = tarfile.TarInfo(one.name)
            member.size = one.stat().st_size
            archive.addfile(member, io.BytesIO(one.read_bytes()))
    target.write_bytes(lzma.compress(buffer.getvalue(), filters=LZMA))


def make(step, out):
    """Make one sample."""
    paths = Paths(out / f"{step:04}.data")
    paths.data.mkdir(parents=True)
    make_small(out)
    store = open_store(paths)
    for _ in office.fill(store, today=TODAY, now=NOW, who="周静怡"):
        pass
    store.close()
    told = json.dumps(said(paths), ensure_ascii=False, sort_keys=True)
    (out / f"{step:04}.json").write_text(told, encoding="utf-8")
    unkeyed(paths, out / f"{step:04}.sqlite")


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
