"""Kill the real window again and again while somebody types: what was typed is there, whole.

Run by hand: ``TYPED=200 SEED=5 pytest -s tests/drill/test_typing.py`` prints the figures.
"""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from db.store import SqlStore
from desk.body import plain
from desk.drafts import Draft, Original
from desk.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("TYPED", "60"))
SEED = int(os.environ.get("SEED", "5"))
PAUSES_MS = (180, 15)  # a quick typist's, and a mad one's
MOMENTS_S = (0.05, 4)  # after the first key press
LONGEST_S = 3.0  # how far behind the keys the store may be
FIRST = "今年以来，全县扎实推进农田建设。"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FULL = 1500  # characters after which another draft is begun


@dataclass(frozen=True)
class Round:
    """What one kill cost, in characters; what it damaged; what the window offered afterwards."""

    typed: int
    lost: int
    old_lost: int  # typed more than three seconds before
    unsaid: int  # acknowledged as saved, and not there
    damage: int
    offered: int


@pytest.fixture
def paths(tmp_path):
    made = Paths(tmp_path / "data")
    SqlStore.open(made).close()
    return made


def test_killing_the_window_loses_nothing_older_than_three_seconds(paths):
    chance = random.Random(SEED)  # noqa: S311 - moments
    draft_id, begun, rounds = new_draft(paths), 0, []
    for number in range(KILLS):
        arguments = [draft_id, PAUSES_MS[number % len(PAUSES_MS)], begun]
        told = type_until_killed(paths, arguments, chance.uniform(*MOMENTS_S))
        one, begun = reckon(paths, draft_id, told)
        rounds.append(one)
        if begun > FULL:
            draft_id, begun = new_draft(paths), 0
    report(rounds)
    assert sum(one.old_lost + one.unsaid + one.damage for one in rounds) == 0
    assert all(one.offered for one in rounds[1:])


def new_draft(paths):
    store = SqlStore.open(paths)
    with store.begin() as work:
        body = plain(FIRST)
        draft = Draft("农田建设", body, Original("a", "", body), datetime.now(UTC))
        kept = work.drafts.add(draft, "王敏")
    store.close()
    return kept.id


def type_until_killed(paths, arguments, seconds):
    """What the window told, (word, figure, moment) each; the last is the kill."""
    script = str(Path(__file__).with_name("typist.py"))
    command = [sys.executable, script, str(paths.data), *map(str, arguments)]
    home = {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(paths.data.parent / "cache")}
    places = {**os.environ, **home, "PYTHONPATH": str(ROOT)}
    told, typing = [], Event()

    def listen():
        for line in window.stdout:
            word, figure, moment = line.split()
            told.append((word, int(figure), float(moment)))
            if word == "typed":
                typing.set()

    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - ours
        command, cwd=ROOT, env=places, stdout=pipe, text=True
    ) as window:
        listener = Thread(target=listen)
        listener.start()
        assert typing.wait(60)
        time.sleep(seconds)
        window.kill()
        killed = time.monotonic()
        listener.join()
    return [*told, ("killed", 0, killed)]


def reckon(paths, draft_id, told):
    """Compare what the store holds with what was typed and acknowledged."""
    store = SqlStore.open(paths)
    damage = len(store.verify())
    with store.read() as work:
        text = work.drafts.get(draft_id).body.text
        beside = [one.unsaved.body.text for one in work.sittings.of(draft_id) if one.unsaved]
    store.close()
    text = max([text, *beside], key=len)
    begun = len(text) - len(FIRST)
    assert text == FIRST + "".join(LETTERS[n % len(LETTERS)] for n in range(begun))
    killed = told[-1][2]
    typed = [figure for word, figure, _ in told if word == "typed"]
    old = [n for word, n, moment in told if word == "typed" and moment < killed - LONGEST_S]
    said = [figure for word, figure, _ in told if word == "saved"]
    return Round(
        typed=len(typed),
        lost=max(0, typed[-1] - len(text)),
        old_lost=max(0, max(old, default=0) - len(text)),
        unsaid=max(0, max(said, default=0) - len(text)),
        damage=damage,
        offered=next(figure for word, figure, _ in told if word == "left"),
    ), begun


def report(rounds):
    """Print the figures of both typists."""
    for number, pause_ms in enumerate(PAUSES_MS):
        ours = rounds[number :: len(PAUSES_MS)]
        lost = [one.lost for one in ours]
        print(  # noqa: T201 - the drill's result
            f"{pause_ms} ms a key: {len(ours)} kills, {sum(one.typed for one in ours)} typed, "
            f"lost max {max(lost)} mean {sum(lost) / len(lost):.1f}, "
            f"older than {LONGEST_S:g} s {sum(one.old_lost for one in ours)}, "
            f"acknowledged {sum(one.unsaid for one in ours)}, "
            f"damaged {sum(one.damage for one in ours)}, "
            f"offered {sum(one.offered > 0 for one in ours)}"
        )
