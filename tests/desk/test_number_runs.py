"""Numbers as people write them."""

from desk.number_runs import runs, runs_text


def test_neighbours_are_one_run_whatever_their_order():
    assert runs([13, 9, 8, 10]) == [(8, 10), (13, 13)]


def test_numbers_are_written_by_runs_with_all_their_digits():
    assert runs_text([9, 8, 13, 10]) == "8—10、13"
    assert runs_text([1, 2, 9], 6) == "000001—000002、000009"
    assert runs_text([]) == ""
