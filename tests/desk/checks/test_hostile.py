"""Texts that nobody writes are checked to the end, with findings in their place."""

from datetime import date

import pytest

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript

_TEXTS = {
    "a sentence of nothing but 其中": "全县共有企业" + "其中" * 500 + "。",
    "parts without end": "全县共有企业900家，" + "其中工业5家，" * 500 + "。",
    "repeated digits": "7" * 10_000,
    "digits in groups": "12," * 3_300,
    "brackets that never close": "（" * 5_000,
    "nested brackets": "（" * 2_500 + "）" * 2_500,
    "works that never end": "《" * 3_000,
    "quotations that never end": "“" * 3_000,
    "a line without marks": "全县开展工作推进落实完善机制" * 1_430,
    "one character": "的" * 20_000,
    "figures of one thing": "".join(f"企业{number}家。" for number in range(1, 1_500)),
    "changes in one sentence": "".join(
        f"由{number + 9}家增至{number + 50}家，增长{number % 77}%，" for number in range(400)
    ),
    "names alike": "".join(
        f"云岭县{chr(0x4E00 + at)}{chr(0x4F00 + at)}中学、" for at in range(900)
    ),
    "addresses": "ab.c@" * 3_000 + "http://" * 2_000,
    "empty lines": "\n" * 5_000,
    "full stops": "。" * 10_000,
}


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_a_hostile_text_is_checked_to_the_end(text):
    title = "云岭县推进99家企业工作"
    for manuscript in (
        Manuscript(title=title, body=text, report_date=date(2026, 9, 13)),
        Manuscript(body=text, is_fragment=True),
    ):
        for finding in check(manuscript):
            field = title if finding.field == "title" else text
            assert 0 <= finding.start < finding.end <= len(field)


def test_half_a_sign_beside_the_name_of_a_province_is_no_text_but_no_crash():
    text = "四川省\ud800昆明市因地制怡\udfff搞定。"
    assert all(0 <= one.start < one.end <= len(text) for one in check(Manuscript(body=text)))
