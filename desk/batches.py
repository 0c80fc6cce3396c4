"""Large batches of objects, built without Python's garbage collection in between."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Put off the automatic search for cyclic garbage while very many objects are made.

    Facts, events and lines stay, hardly any of them in a cycle: looking through all of them again
    and again for garbage takes up to a third of the time and finds nothing. What is used no more
    is freed at once all the same. Where collection is off already, it stays off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
