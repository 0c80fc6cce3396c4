"""A seeded source of chance for the demo's tests."""

from random import Random

import pytest


@pytest.fixture
def random():
    return Random(1)  # noqa: S311 - tests want the same numbers every time
