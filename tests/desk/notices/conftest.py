"""Letters written as they are delivered."""

from collections.abc import Callable

import pytest

from desk.bulletins.wording import shipped
from desk.jobs import finish
from desk.notices.notice import Notice, NoticeKind, NoticeOptions
from desk.notices.writing import writing
from desk.surveys.survey import Survey


@pytest.fixture
def letters() -> Callable[..., tuple[Notice, ...]]:
    """Writes the letters of a kind by the shipped wording."""

    def write(survey: Survey, kind: NoticeKind, **options) -> tuple[Notice, ...]:
        text = shipped(kind.wording).text
        return finish(writing(survey, kind, NoticeOptions(**options), text))

    return write
