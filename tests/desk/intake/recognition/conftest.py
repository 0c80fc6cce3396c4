"""The drafts written as text, as the measurement reads them."""

import pytest

from tests.bench import drafts_written


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test of a single office's draft every draft of offices.toml."""
    if "office_draft" in metafunc.fixturenames:
        drafts = drafts_written.cases("offices")
        metafunc.parametrize("office_draft", drafts, ids=[case.about for case in drafts])


@pytest.fixture
def written():
    """The module that reads the drafts and compares what is recognised."""
    return drafts_written
