"""Use case: write letters and slips of a survey, in the office's own words (函件)."""

from desk.bulletins.passage import SIGNED, TITLE, TO, Passage
from desk.bulletins.rewording import wording
from desk.errors import NotFoundError
from desk.jobs import Job, Progress
from desk.notices.notice import Notice, NoticeKind, NoticeOptions
from desk.notices.writing import writing
from desk.reports.task_notice import task_notice
from desk.store import Store
from desk.surveys.survey import Survey

_USUAL = NoticeOptions()


def letters(
    store: Store, survey: Survey, kind: NoticeKind, options: NoticeOptions = _USUAL
) -> Job[tuple[Notice, ...]]:
    """Write the letters of a kind, group by group; () where they fall on nobody.

    Raises TemplateError for a wording that cannot be filled in.
    """
    if kind is NoticeKind.TASK:
        yield Progress(0, 1, f"正在写{kind}")
        return _task(store, survey)
    text = wording(store, kind.wording).text
    return (yield from writing(survey, kind, options, text))


def _task(store: Store, survey: Survey) -> tuple[Notice, ...]:
    """The notice of the tasks of the survey's year, as they stand today."""
    year = survey.stretch.last.year
    with store.read() as work:
        units, groups = work.registry.units(), work.registry.groups()
        quotas = {one.unit_id: one for one in work.registry.quotas(year)}
    if not quotas:
        raise NotFoundError(f"{year}年还没有下达目标。请先在“资料 → 目标任务”里填写。")
    form = task_notice(survey.office, year, units, groups, quotas, survey.today)
    passages = (
        _passage(TITLE, form.title),
        _passage(TO, form.to),
        *(_passage(f"task-{at}", text) for at, text in enumerate(form.paragraphs)),
        _passage(SIGNED, survey.office),
    )
    return (
        Notice(
            NoticeKind.TASK,
            None,
            passages,
            survey.office,
            survey.today,
            table=form.table,
            columns=form.columns,
        ),
    )


def _passage(key: str, text: str) -> Passage:
    return Passage(key, text, text)
