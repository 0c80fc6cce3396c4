"""Use case: give an office what it begins with: publications, a scheme, reasons, clocks."""

import tomllib
from decimal import Decimal
from typing import Any

from desk import clocks, phrasing, timing
from desk.approvals import Condition, Lane, Stage
from desk.auditing import By, note
from desk.drafts import Kind, Status
from desk.paths import RESOURCES
from desk.presets import publication_from
from desk.publications import Publication
from desk.reasons import Reason, decision_of
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.store import Store, Work

_FILE = RESOURCES / "starter.toml"


def start(store: Store, *, by: By) -> None:
    """Fill a store that has neither publications nor schemes; any other stays as it is."""
    with store.read() as work:
        if work.catalogue.publications() or work.catalogue.schemes():
            return
    starter = _starter()
    with store.begin() as work:
        saved = {
            one["name"]: work.catalogue.save_publication(publication_from(one))
            for one in starter["publication"]
        }
        work.catalogue.save_scheme(_scheme(starter["scheme"], saved))
        note(work, by, "建立办公室", "office", "、".join(f"《{name}》" for name in saved))


def complete(store: Store, *, by: By) -> None:
    """Give a store the reasons, clocks, lanes and phrases it lacks; its drafts get clocks."""
    phrasing.complete(store, by=by)
    with store.read() as work:
        has_reasons, has_clocks = bool(work.lists.reasons()), bool(work.lists.clocks())
        has_lanes = bool(work.approvals.lanes())
    if has_reasons and has_clocks and has_lanes:
        return
    with store.begin() as work:
        if not has_reasons:
            _add_reasons(work)
        if not has_clocks:
            for clock in clocks.DEFAULTS:
                work.lists.save_clock(clock)
            timing.restart(work, Status)
        if not has_lanes:
            for position, entry in enumerate(_starter()["lane"]):
                work.approvals.save_lane(_lane(entry, position))
        note(work, by, "填入常用理由、时限和审签流程", "office")


def _add_reasons(work: Work) -> None:
    for position, entry in enumerate(_starter()["reason"]):
        code, text, advice = entry["code"], entry["text"], entry["advice"]
        work.lists.save_reason(Reason(code, decision_of(code), text, position, advice=advice))


def _lane(entry: dict[str, Any], position: int) -> Lane:
    return Lane(
        entry["name"],
        tuple(Stage(**stage) for stage in entry["stages"]),
        frozenset(Condition[one] for one in entry["conditions"]),
        frozenset(Kind(one) for one in entry["kinds"]),
        at_once=entry.get("at_once", False),
        position=position,
    )


def _starter() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _scheme(entry: dict[str, Any], publications: dict[str, Publication]) -> Scheme:
    rules = []
    for name, section_name, points in entry["rules"]:
        publication = publications[name]
        section = next(one for one in publication.sections if one.name == section_name)
        rules.append(PointRule(publication.id, Decimal(points), section.id))
    return Scheme(entry["name"], entry["valid_from"], tuple(rules), JointShare(entry["joint"]))
