import gc

import pytest

from desk.batches import collection_paused


@pytest.fixture(autouse=True)
def _collection_on():
    gc.enable()
    yield
    gc.enable()


def test_collection_pauses_and_goes_on():
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_goes_on_after_an_error():
    with pytest.raises(ValueError, match="swapped"), collection_paused():
        raise ValueError("swapped")
    assert gc.isenabled()


def test_collection_that_was_off_stays_off():
    gc.disable()
    with collection_paused():
        pass
    assert not gc.isenabled()


def test_a_pause_within_a_pause_ends_with_the_outer_one():
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
