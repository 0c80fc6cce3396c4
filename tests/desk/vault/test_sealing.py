"""A sealed file opens with its password as it was, and not at all when a byte of it is wrong."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.errors import FieldError, LockedError, NotReadableError
from desk.jobs import finish
from desk.vault import sealing
from desk.vault.sealing import is_sealed, seal, unseal

WORDS = "云岭县的雨季很长"
CHUNK = 64
HEADER = sealing._FORM.size + sealing._DIGEST
same_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cheap scrypt and short chunks: the laws are about what is built of them."""
    monkeypatch.setattr(sealing, "COST", 2)
    monkeypatch.setattr(sealing, "_CHUNK", CHUNK)


def sealed(folder: Path, content: bytes) -> Path:
    (folder / "plain").write_bytes(content)
    finish(seal(folder / "plain", folder / "sealed", WORDS))
    return folder / "sealed"


def opens(path: Path, password: str = WORDS) -> bytes:
    finish(unseal(path, path.with_name("back"), password))
    return path.with_name("back").read_bytes()


@same_folder
@given(st.binary(max_size=4 * CHUNK) | st.sampled_from([CHUNK, 2 * CHUNK, 3 * CHUNK]).map(bytes))
def test_what_was_sealed_comes_back(tmp_path: Path, content: bytes):
    path = sealed(tmp_path, content)
    assert opens(path) == content
    assert len(content) < 8 or content not in path.read_bytes()[HEADER:]


@same_folder
@given(st.binary(min_size=1, max_size=3 * CHUNK), st.data())
def test_a_changed_byte_is_noticed_and_never_taken_for_a_wrong_password(tmp_path, content, data):
    path = sealed(tmp_path, content)
    held = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(held) - 1))
    held[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(held)
    (tmp_path / "back").unlink(missing_ok=True)
    with pytest.raises(NotReadableError):
        opens(path)
    assert not (tmp_path / "back").exists()


@same_folder
@given(st.binary(max_size=3 * CHUNK), st.data())
def test_a_file_cut_short_or_made_longer_is_noticed(tmp_path: Path, content: bytes, data):
    path = sealed(tmp_path, content)
    held = path.read_bytes()
    cut = held[: data.draw(st.integers(0, len(held) - 1))]
    longer = held + data.draw(st.binary(min_size=1, max_size=2 * CHUNK) | st.just(held[HEADER:]))
    for one in (cut, longer):
        path.write_bytes(one)
        with pytest.raises(NotReadableError):
            opens(path)


def test_chunks_in_another_order_left_out_or_doubled_are_noticed(tmp_path: Path):
    path = sealed(tmp_path, bytes(range(200)) * 2)
    held = path.read_bytes()
    step = CHUNK + 16
    head, chunks = held[:HEADER], [held[at : at + step] for at in range(HEADER, len(held), step)]
    for order in ([1, 0, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 6], [0, 0, 1, 2, 3, 4, 5, 6], [0, 1, 2]):
        path.write_bytes(head + b"".join(chunks[at] for at in order))
        with pytest.raises(NotReadableError):
            opens(path)


def test_chunks_of_another_file_under_the_same_password_do_not_fit(tmp_path: Path):
    one, other = (sealed(tmp_path, bytes([at]) * 300).read_bytes() for at in (1, 2))
    (tmp_path / "sealed").write_bytes(one[:HEADER] + other[HEADER:])
    with pytest.raises(NotReadableError):
        opens(tmp_path / "sealed")


def test_a_wrong_password_is_told_from_damage(tmp_path: Path):
    path = sealed(tmp_path, b"x" * 100)
    with pytest.raises(LockedError, match="口令不对"):
        opens(path, "云岭县的旱季很长")
    with pytest.raises(LockedError, match="请输入口令"):
        opens(path, "")


def test_full_width_letters_are_the_same_password(tmp_path: Path):
    (tmp_path / "plain").write_bytes(b"x")
    finish(seal(tmp_path / "plain", tmp_path / "sealed", "Ｙｕｎｌｉｎｇ２０２６"))
    assert opens(tmp_path / "sealed", "Yunling2026") == b"x"


def test_a_foreign_file_and_one_of_a_newer_program_are_refused(tmp_path: Path):
    (tmp_path / "foreign").write_bytes(b"PK\x03\x04" + bytes(200))
    assert not is_sealed(tmp_path / "foreign")
    with pytest.raises(NotReadableError, match="不是本软件加密的"):
        opens(tmp_path / "foreign")
    path = sealed(tmp_path, b"x")
    assert is_sealed(path)
    held = bytearray(path.read_bytes())
    held[8] = 2
    plain = bytes(held[: sealing._FORM.size])
    path.write_bytes(plain + sealing.hashlib.sha256(plain).digest() + held[HEADER:])
    with pytest.raises(NotReadableError, match="更新版本"):
        opens(path)


def test_a_header_that_asks_for_all_memory_is_refused(tmp_path: Path):
    path = sealed(tmp_path, b"x")
    held = bytearray(path.read_bytes())
    held[9] = 40  # 2 to the 40th
    plain = bytes(held[: sealing._FORM.size])
    path.write_bytes(plain + sealing.hashlib.sha256(plain).digest() + held[HEADER:])
    with pytest.raises(NotReadableError, match="损坏"):
        opens(path)


def test_a_cancelled_job_leaves_nothing_and_keeps_what_was_there(tmp_path: Path):
    (tmp_path / "plain").write_bytes(bytes(10 * CHUNK))
    (tmp_path / "sealed").write_bytes(b"the last one")
    job = seal(tmp_path / "plain", tmp_path / "sealed", WORDS)
    next(job)
    job.close()
    assert (tmp_path / "sealed").read_bytes() == b"the last one"
    assert {one.name for one in tmp_path.iterdir()} == {"plain", "sealed"}


def test_a_short_password_seals_nothing(tmp_path: Path):
    (tmp_path / "plain").write_bytes(b"x")
    with pytest.raises(FieldError, match="至少要 8 个字"):
        finish(seal(tmp_path / "plain", tmp_path / "sealed", "1234567"))
    assert not (tmp_path / "sealed").exists()
