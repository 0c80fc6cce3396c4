"""Put the demo office's registry, publications, schemes and quotas into an empty store."""

from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.demo.history import RELEASED_DAYS, YEARS_BACK
from desk.demo.registry import GroupEntry, PublicationEntry, SchemeEntry, demo_office
from desk.demo.staff import engage
from desk.demo.topics import demo_topics
from desk.demo.wording import add_phrases
from desk.demo.workdays import workdays_back
from desk.errors import DeskError
from desk.fee_classes import FIVE
from desk.publications import Publication, Rhythm
from desk.scoring.scheme import PointRule
from desk.scoring.schemes.coding import scheme_of
from desk.store import Store, Work
from desk.topics import Topic
from desk.units import Quota, Unit, UnitGroup


def found(store: Store, today: date, *, by: By) -> None:
    """Write everything that must stand before the first draft; raises DeskError in a used store."""
    office = demo_office()
    with store.begin() as work:
        must_be_empty(work)
        for position, group in enumerate(office.groups):
            _add_group(work, group, position, today)
        for position, topic in enumerate(demo_topics()):
            work.lists.save_topic(Topic(topic, position))
        carriers = {
            entry.name: _add_publication(work, entry, today) for entry in office.publications
        }
        for scheme in office.schemes:
            _add_scheme(work, scheme, carriers, today)
        engage(work)
        add_phrases(work, today)
        work.fees.replace(FIVE)
        note(work, by, "填入演示办公室", "office", office.name)


def must_be_empty(work: Work) -> None:
    """Raise DeskError when the office has units or drafts of its own."""
    if work.registry.units() or any(work.drafts.counts().values()):
        raise DeskError("这里已经有单位或来稿，不能填入演示数据。请另选一个空的数据文件夹再试。")


def _add_group(work: Work, group: GroupEntry, position: int, today: date) -> None:
    saved = work.registry.save_group(UnitGroup(group.name, position))
    for number, entry in enumerate(group.units, start=1):
        code = f"{position + 1}{number:02}"
        unit = work.registry.save_unit(
            Unit(entry.name, entry.short, saved.id, entry.aliases, code=code)
        )
        for year in range(today.year - YEARS_BACK, today.year + 1):
            work.registry.save_quota(Quota(year, unit.id, group.points, group.items))


def _add_publication(work: Work, entry: PublicationEntry, today: date) -> Publication:
    """Add a publication, or complete the one a new office begins with."""
    held = {one.name: one for one in work.catalogue.publications()}.get(entry.name)
    ids = {section.name: section.id for section in held.sections} if held else {}
    preset = entry.preset
    sections = (replace(one, id=ids.get(one.name, 0)) for one in preset.sections)
    schedule = preset.schedule
    if schedule.rhythm is not Rhythm.NONE:
        made = workdays_back(today, RELEASED_DAYS + 1)[0]  # the day of the first issue made here
        schedule = replace(schedule, since=made if entry.wanted else entry.last_day(today))
    return work.catalogue.save_publication(
        replace(preset, sections=tuple(sections), schedule=schedule, id=held.id if held else 0)
    )


def _add_scheme(
    work: Work, entry: SchemeEntry, carriers: dict[str, Publication], today: date
) -> None:
    years = {"前年": today.year - 2, "去年": today.year - 1, "今年": today.year}
    rules = tuple(
        PointRule(carriers[name].id, points, _section(carriers[name], section), composite)
        for name, section, points, composite in entry.rules
    )
    first = date(today.year - entry.years_ago, 1, 1)
    file = entry.file
    scheme = replace(
        scheme_of(replace(file, grid=()), ()),
        name=entry.name.format(**years),
        valid_from=first,
        source=file.head.source.replace(str(file.head.valid_from.year), str(first.year)),
        joint=entry.joint,
        rules=rules,
    )
    work.catalogue.save_scheme(scheme)


def _section(publication: Publication, name: str) -> int:
    return next(section.id for section in publication.sections if section.name == name)
