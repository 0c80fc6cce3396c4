"""Use case: give a new office the two publications and the scheme it begins with."""

import tomllib
from decimal import Decimal
from typing import Any

from desk.auditing import By, note
from desk.paths import RESOURCES
from desk.publications import Publication, Section
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.store import Store

_FILE = RESOURCES / "starter.toml"


def start(store: Store, *, by: By) -> None:
    """Fill a store that has neither publications nor schemes; any other stays as it is."""
    with store.read() as work:
        if work.catalogue.publications() or work.catalogue.schemes():
            return
    starter = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    with store.begin() as work:
        saved = {
            one["name"]: work.catalogue.save_publication(_publication(one))
            for one in starter["publication"]
        }
        work.catalogue.save_scheme(_scheme(starter["scheme"], saved))
        note(work, by, "建立办公室", "office", "、".join(f"《{name}》" for name in saved))


def _publication(entry: dict[str, Any]) -> Publication:
    sections = (Section(name, position) for position, name in enumerate(entry["sections"]))
    return Publication(entry["name"], tuple(sections), template=entry["template"])


def _scheme(entry: dict[str, Any], publications: dict[str, Publication]) -> Scheme:
    rules = []
    for name, section_name, points in entry["rules"]:
        publication = publications[name]
        section = next(one for one in publication.sections if one.name == section_name)
        rules.append(PointRule(publication.id, Decimal(points), section.id))
    return Scheme(entry["name"], entry["valid_from"], tuple(rules), JointShare(entry["joint"]))
