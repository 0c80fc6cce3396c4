"""The peers of our checks: autocorrect, and zhlint where node has it."""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from shutil import which

import autocorrect_py

_BLANKS = ("space-word", "space-punctuation", "space-bracket", "space-dash", "space-dollar")
_ZHLINT = """
import { readFileSync } from 'node:fs';
const texts = JSON.parse(readFileSync(0, 'utf8'));
const { run } = await import(process.argv[1]);
const found = texts.map((text) => {
  const begun = performance.now();
  const count = run(text, { rules: { preset: 'default' } }).validations.length;
  return [performance.now() - begun, count];
});
console.log(JSON.stringify(found));
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a checker takes for one text and how much it finds there."""

    ms: float
    findings: int


def autocorrect(texts: Sequence[str], *, blanks: bool) -> list[Said]:
    """Let autocorrect check the texts, with or without its blanks around words and figures."""
    rules = {} if blanks else dict.fromkeys(_BLANKS, 0)
    autocorrect_py.load_config(json.dumps({"rules": rules}))
    return [_corrected(text) for text in texts]


def _corrected(text: str) -> Said:
    begun = time.perf_counter()
    lines = autocorrect_py.lint_for(text, "text").lines
    ms = (time.perf_counter() - begun) * 1000
    return Said(ms, sum(_changes(line.old, line.new) for line in lines))


def _changes(old: str, new: str) -> int:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(kind != "equal" for kind, *_places in matcher.get_opcodes())


def zhlint(texts: Sequence[str]) -> list[Said] | None:
    """Let zhlint check the texts in one run of node; None where it isn't installed."""
    node = which("node")
    package = next(_packages(), None)
    if node is None or package is None:
        return None
    done = subprocess.run(  # noqa: S603 - a fixed program with our own texts
        [node, "--input-type=module", "-e", _ZHLINT, package.as_uri()],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return [Said(ms, findings) for ms, findings in json.loads(done.stdout)]


def _packages() -> Iterator[Path]:
    """Yield where zhlint lies: on NODE_PATH or among npm's own packages."""
    folders = [Path(one) for one in os.environ.get("NODE_PATH", "").split(os.pathsep) if one]
    npm = which("npm")
    if npm:
        said = subprocess.run(  # noqa: S603 - a fixed program
            [npm, "root", "-g"], capture_output=True, text=True, check=False, timeout=60
        )
        folders += [Path(line) for line in said.stdout.splitlines() if line]
    for folder in folders:
        entry = folder / "zhlint" / "lib" / "index.js"
        if entry.is_file():
            yield entry.resolve()
