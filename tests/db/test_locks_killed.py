"""A process killed while it changes the password leaves a key file that opens."""

import subprocess
import sys
from pathlib import Path

from db.keys import is_locked, key_beside, new_key, read_key, write_key

WORDS = "云岭县的雨季很长"
_CHANGING = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from db.locks import KeyFileLocks
from desk.vault import wrapping

wrapping.COST = 16
locks = KeyFileLocks(Path(sys.argv[1]), sys.argv[2], lambda: datetime.now(UTC))
while True:
    if locks.has_password:
        locks.remove_password({WORDS!r})
    else:
        locks.set_password({WORDS!r})
    print(flush=True)
"""


def test_the_key_file_is_always_readable(tmp_path: Path):
    store, key = tmp_path / "desk.db", new_key()
    write_key(key_beside(store), key)
    for kill in range(5):
        with subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", _CHANGING, str(store), key], stdout=subprocess.PIPE
        ) as changing:
            assert changing.stdout is not None
            for _ in range(1 + kill % 5):
                changing.stdout.readline()
            changing.kill()
        assert read_key(store, WORDS if is_locked(store) else "") == key
