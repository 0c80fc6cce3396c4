"""Use cases: write a bulletin of a survey, lay it out, hold a kept one against the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.auditing import By
from desk.bulletins import keeping
from desk.bulletins.bulletin import Bulletin, Text
from desk.bulletins.concerns import concerns
from desk.bulletins.options import usual_options, wording_key
from desk.bulletins.passage import Flag
from desk.bulletins.passages import flags, written
from desk.bulletins.press import Press
from desk.bulletins.rewording import wording
from desk.reports.statistics.layout import TableLayout
from desk.reports.statistics.layouts import LAYOUTS
from desk.store import Store
from desk.surveys.stretch import Stretch
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey as read_survey


def fresh(store: Store, survey: Survey) -> Text:
    """The text of a survey's days by the wording in force and the usual choices."""
    span = survey.stretch.span
    options, template = usual_options(span), wording(store, wording_key(span)).text
    return Text(written(survey, template, options), options, template)


def write(store: Store, survey: Survey, *, by: By) -> Bulletin:
    """Write the bulletin of a survey's days; raises NotAllowedError where there is one."""
    key = wording_key(survey.stretch.span)
    return keeping.keep(store, survey.stretch, fresh(store, survey), key, by=by)


def press_of(store: Store) -> Press:
    """A press that knows the layouts delivered and the office's own."""
    with store.read() as work:
        own = {one.key: one for one in work.table_layouts.all()}
    return Press({**LAYOUTS, **own})


def flags_now(store: Store, bulletin: Bulletin, *, office: str, today: date) -> tuple[Flag, ...]:
    """Where a kept bulletin is not what the ledger says now."""
    held = survey_of(store, bulletin.stretch, office=office, today=today)
    text = bulletin.text
    return flags(text.passages, held, text.template, text.options)


def files_now(store: Store, bulletin: Bulletin, *, office: str, today: date) -> tuple[bytes, bytes]:
    """PDF and .docx of a kept bulletin: the frozen ones, else as they would be today."""
    if bulletin.is_final:
        return keeping.frozen(store, bulletin)
    held = survey_of(store, bulletin.stretch, office=office, today=today)
    return press_of(store).files(held, bulletin.text, today)


@dataclass(frozen=True, slots=True)
class Ready:
    """All that the files of a bulletin are made of, without the store.

    ``kept`` is the bulletin the text is from, None where it was written freshly; ``frozen`` its
    PDF and .docx where it is final. ``warnings`` are sentences about what is not in order.
    """

    survey: Survey
    text: Text
    layouts: Mapping[str, TableLayout]
    kept: Bulletin | None
    frozen: tuple[bytes, bytes] | None
    warnings: tuple[str, ...]

    def files(self) -> tuple[bytes, bytes]:
        """PDF and .docx."""
        return self.frozen or Press(self.layouts).files(self.survey, self.text, self.survey.today)


def ready(store: Store, survey: Survey) -> Ready:
    """The kept bulletin of a survey's days, or one freshly written, which is not kept."""
    with store.read() as work:
        held = work.bulletins.of(survey.stretch.file_key)
    text = held.text if held else fresh(store, survey)
    found = flags(text.passages, survey, text.template, text.options) if held else ()
    frozen = keeping.frozen(store, held) if held and held.is_final else None
    warnings = concerns(survey, text.unsettled(found))
    return Ready(survey, text, press_of(store).layouts, held, frozen, warnings)


def survey_of(store: Store, stretch: Stretch, *, office: str, today: date) -> Survey:
    """All that the ledger says of a bulletin's days."""
    return read_survey(store, stretch.first, stretch.last, office=office, today=today)
