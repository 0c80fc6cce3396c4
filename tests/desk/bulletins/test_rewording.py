import pytest

from desk.auditing import By
from desk.bulletins.marks import TemplateError
from desk.bulletins.rewording import reset, restore, reword, wording
from desk.bulletins.wording import shipped
from desk.errors import NotFoundError

KEY = "bulletin-month"


@pytest.fixture
def by(now):
    return By("王敏", now)


def test_the_shipped_wording_holds_until_the_office_has_its_own(store, by):
    assert wording(store, KEY) == shipped(KEY)
    before = reword(store, KEY, "采用{采用条次}条。", by=by)
    assert wording(store, KEY).text == "采用{采用条次}条。"
    restore(store, before, by=by)
    assert wording(store, KEY) == shipped(KEY)


def test_going_back_to_the_shipped_wording_can_be_taken_back(store, by):
    reword(store, KEY, "一句。", by=by)
    before = reset(store, KEY, by=by)
    assert not wording(store, KEY).is_own
    restore(store, before, by=by)
    assert wording(store, KEY).text == "一句。"


def test_the_shipped_words_typed_again_are_no_wording_of_the_office(store, by):
    reword(store, KEY, "一句。", by=by)
    reword(store, KEY, f"{shipped(KEY).text}\n", by=by)
    assert not wording(store, KEY).is_own


def test_a_wording_with_an_unknown_name_is_refused_with_its_line(store, by):
    with pytest.raises(TemplateError, match="第 2 行的“"):
        reword(store, KEY, "标题\n{采用了}条", by=by)
    assert wording(store, KEY) == shipped(KEY)


def test_an_unknown_wording_is_a_sentence(store, by):
    with pytest.raises(NotFoundError, match=r"没有叫“\.\./x”的模板"):
        wording(store, "../x")
