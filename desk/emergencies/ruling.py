"""Use cases: change the rules of emergencies, the categories, the office's own standards."""

from dataclasses import dataclass

from desk.auditing import By, note
from desk.emergencies.categories import Category, EmergencyForms, shipped
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.standards import OwnStandards
from desk.store import Store

SUBJECT = "emergency-rules"


@dataclass(frozen=True, slots=True)
class Ruling:
    """All that the office has set for emergencies."""

    rules: EmergencyRules
    forms: EmergencyForms
    standards: OwnStandards


SHIPPED = Ruling(EmergencyRules(), EmergencyForms(), OwnStandards())


def ruling_of(store: Store) -> Ruling:
    """What holds now."""
    with store.read() as work:
        return Ruling(
            work.matters.policy(EmergencyRules()),
            work.matters.policy(EmergencyForms()),
            work.matters.policy(OwnStandards()),
        )


def keep_ruling(store: Store, wanted: Ruling, *, by: By) -> Ruling:
    """Set all at once; gives what held before, which undoes it when it is kept in turn."""
    before = ruling_of(store)
    with store.begin() as work:
        for new, old, what in (
            (wanted.rules, before.rules, "时限和续报时间"),
            (wanted.forms, before.forms, "类别和要素"),
            (wanted.standards, before.standards, "范围和标准"),
        ):
            if new != old:
                work.matters.keep_policy(new, by)
                note(work, by, "修改紧急报送规则", SUBJECT, what)
    return before


def own_categories(wanted: tuple[Category, ...]) -> EmergencyForms:
    """The categories as the office's own; those of the program are not kept as such."""
    return EmergencyForms(() if wanted == shipped() else wanted)
