"""A figure changed by hand is told beside what the ledger says."""

from dataclasses import replace

import pytest

from desk.bulletins.passages import reader_of
from desk.notices.changes import hand_flags
from desk.notices.notice import NoticeKind
from desk.scoring.figures import printed


@pytest.fixture
def changed(surveyed, letters):
    """The flags of a letter one of whose passages has words exchanged."""

    def flags(old, new):
        survey = surveyed("5")
        letter = letters(survey, NoticeKind.HEAD)[0]
        passages = [replace(one, text=one.text.replace(old, new)) for one in letter.passages]
        assert any(one.edited for one in passages)
        return hand_flags(passages, reader_of(survey))

    return flags


def test_another_number_is_flagged_with_the_ledgers(changed, surveyed):
    first = next(one for one in surveyed("5").units if one.so_far.behind)
    figure = printed(first.so_far.behind)
    (flag,) = changed(f"落后{figure}分", "落后1分")
    assert (flag.said, flag.ledger) == ("1", figure)


def test_other_words_are_not_flagged(changed):
    assert changed("请予重视", "请认真研究") == ()
