"""What fills the lines that are left."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desk.fitting import Choice, best_fits

LENGTHS = st.lists(st.integers(1, 15), max_size=9)
ROOMS = st.integers(0, 30)


def choices(lengths):
    return [Choice(key, lines) for key, lines in enumerate(lengths)]


@given(LENGTHS, ROOMS)
def test_nothing_suggested_is_too_long_and_nothing_more_would_fit(lengths, room):
    for fit in best_fits(choices(lengths), room):
        taken = sum(lengths[key] for key in fit.keys)
        assert taken + fit.left == room
        assert fit.left >= 0
        assert len(set(fit.keys)) == len(fit.keys) > 0
        assert all(lines > fit.left for key, lines in enumerate(lengths) if key not in fit.keys)


@given(LENGTHS, ROOMS)
def test_the_first_suggestion_leaves_as_little_as_any_could(lengths, room):
    sums = [
        sum(some)
        for count in range(1, len(lengths) + 1)
        for some in combinations(lengths, count)
        if sum(some) <= room
    ]
    fits = best_fits(choices(lengths), room)
    assert bool(fits) == bool(sums)
    if fits:
        assert room - fits[0].left == max(sums)
        assert [fit.left for fit in fits] == sorted(fit.left for fit in fits)


def test_of_drafts_equally_long_the_preferred_one_goes_first():
    assert [fit.keys for fit in best_fits(choices([6, 6, 9]), 6)] == [(0,), (1,)]


def test_one_draft_is_put_before_two_of_the_same_length_together():
    assert best_fits([Choice(7, 6), Choice(8, 3), Choice(9, 3)], 6)[0].keys == (7,)


def test_nothing_fits_where_there_is_no_room():
    assert best_fits(choices([3]), 0) == best_fits(choices([3]), -4) == best_fits([], 9) == []
