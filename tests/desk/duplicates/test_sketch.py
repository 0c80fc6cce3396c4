import pytest

from desk.body import plain
from desk.duplicates.searching import Sketches
from desk.duplicates.sketch import LENGTH, sketch

TEXT = "3月5日，县水利局组织12个检查组，对全县46座水库逐一开展汛前检查，发现隐患35处。"


def drawn(text, title="县水利局开展汛前检查"):
    return sketch(title, plain(text))


@pytest.mark.parametrize("text", ["", "好", TEXT, TEXT * 400, "𠀀😀\ud800", "1" * 5_000])
def test_every_sketch_has_the_same_length(text):
    assert len(drawn(text)) == LENGTH


def test_new_dates_leave_the_words_part_as_it_is():
    changed = TEXT.replace("3月5日", "11月28日").replace("46座", "52座")
    assert drawn(TEXT)[: 4 * 64] == drawn(changed)[: 4 * 64]


def test_the_nearest_come_first_and_strangers_not_at_all():
    other = "县教育局为12所学校更换课桌椅3600套，惠及山区学生，家长普遍欢迎。"
    near = TEXT.replace("逐一", "") + "县领导给予肯定。"
    data = [drawn(other, "县教育局更换课桌椅"), drawn(near), drawn(TEXT)]
    found = Sketches([4, 7, 9], b"".join(data)).nearest(drawn(TEXT), before=100)
    assert found == [9, 7]


def test_only_older_drafts_are_searched():
    data = drawn(TEXT) * 3
    assert Sketches([1, 2, 3], data).nearest(drawn(TEXT), before=3) == [1, 2]


def test_a_pool_brings_up_what_a_crowd_of_its_form_would_hide():
    crowd = [drawn(f"{TEXT}整改{number}处。") for number in range(60)]
    sketches = Sketches(range(60), b"".join(crowd))
    assert 33 not in sketches.nearest(drawn(TEXT + "整改完毕。"), before=60)
    assert 33 in sketches.nearest(drawn(TEXT + "整改完毕。"), before=60, pools=[[33]])


def test_nothing_is_near_in_an_empty_store():
    assert Sketches([], b"").nearest(drawn(TEXT), before=1) == []


@pytest.mark.parametrize("held", [[], [2], [1, 2], [5, 9], [1, 5, 7, 8]])
def test_new_sketches_take_their_places_by_age(held):
    texts = {number: drawn(TEXT.replace("46", f"{1_260 + number}")) for number in (*held, 5, 6, 9)}
    sketches = Sketches(held, b"".join(texts[one] for one in held))
    sketches.put({number: texts[number] for number in (9, 5, 6)})
    assert sketches.ids == sorted({*held, 5, 6, 9})
    for number, one in texts.items():
        assert sketches.nearest(one, before=number + 1)[0] == number


@pytest.fixture(scope="module")
def many():
    """More sketches than are looked through one by one, each with the next one's text."""
    return [drawn(f"{TEXT}整改{number // 2}处。") for number in range(5_000)]


def test_looking_up_finds_what_looking_through_finds(many):
    sketches = Sketches(range(4_900), b"".join(many[:4_900]))
    sketches.put(dict(enumerate(many[4_900:], start=4_900)))
    asked = [(many[number], number) for number in (3, 2_000, 4_899, 4_950)]
    first = [sketches.nearest(one, before=at, pools=[[1, 7]]) for one, at in asked]
    assert [sketches.nearest(one, before=at, pools=[[1, 7]]) for one, at in asked] == first


def test_a_changed_sketch_is_found_by_its_new_words_only(many):
    other = drawn("县教育局为12所学校更换课桌椅3600套，惠及山区学生。", "县教育局更换课桌椅")
    sketches = Sketches(range(5_000), b"".join(many))
    for _ in range(6):
        assert sketches.nearest(other, before=5_000) == []
    sketches.put({77: other})
    assert sketches.nearest(other, before=5_000) == [77]
    assert 77 not in sketches.nearest(many[77], before=5_000, pools=[[77]])
