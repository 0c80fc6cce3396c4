"""What the sections of a publication are worth by the scheme in force."""

from collections.abc import Iterable
from datetime import date

from desk.scoring.figures import printed
from desk.scoring.scheme import PointRule, Scheme


def points_of(schemes: Iterable[Scheme], publication_id: int, day: date) -> dict[int | None, str]:
    """Words by the section's id; None holds for all sections without a rule of their own."""
    in_force = [one for one in schemes if one.valid_from <= day]
    if not in_force:
        return {}
    scheme = max(in_force, key=lambda one: (one.valid_from, one.id))
    rules = (rule for rule in scheme.rules if rule.publication_id == publication_id)
    return {rule.section_id: _told(rule) for rule in rules}


def _told(rule: PointRule) -> str:
    composite = "" if rule.composite is None else f"（综合 {printed(rule.composite)}）"
    return f"{printed(rule.points)} 分{composite}"
