"""Whatever is fed to a reader or an import, the answer is what it holds, or a sentence.

Each is fed a few broken files here; ``make drill`` feeds them a hundred thousand.
"""

import pytest

from desk.intake.reading import known_formats
from tests.fuzz.running import feed
from tests.fuzz.targets import DRAFTS, RTF, targets

# each costs another program, a key derivation, or a large font
TRIES = {".rtf": 1, "加密文件": 2, "密钥文件": 4, "字体": 3}
ONCE_BROKE = {
    ".msg": (13252, 13263, 10506),  # a storage that lies in itself
    "插图": (12389,),  # a frame larger than the picture
    "备份": (10192,),  # a size without end in the list
    "单位名册": (10227,),  # a style of a number beyond all
    "口令尝试": (10_233, 10_939),
}
pytestmark = pytest.mark.filterwarnings("ignore")  # libraries warn of what they find odd


def test_every_format_of_drafts_is_fed_broken_files():
    """Those of RTF only where LibreOffice is, which alone reads it."""
    fed = {suffix for suffix, _good in (*DRAFTS, RTF)}
    missing = [one.label for one in known_formats() if not fed & set(one.suffixes)]
    assert missing == []


@pytest.mark.parametrize("target", targets(), ids=lambda one: one.name)
def test_broken_files_are_read_or_refused(target, tmp_path):
    numbers = (*range(TRIES.get(target.name, 24)), *ONCE_BROKE.get(target.name, ()))
    tally = feed(target, numbers, tmp_path)
    assert tally.faults == []
    assert tally.read + tally.refused == tally.tries
