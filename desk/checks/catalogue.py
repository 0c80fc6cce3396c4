"""The catalogue of rules, gathered by walking ``desk.checks.rules``."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from desk.checks import rules
from desk.checks.rule import Rule


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by its code, in the order of codes. Raises ValueError on a code used twice."""
    modules = (
        import_module(found.name)
        for found in walk_packages(rules.__path__, f"{rules.__name__}.")
        if not found.ispkg
    )
    return by_code(module.RULE for module in modules)


def by_code(found: Iterable[Rule]) -> dict[str, Rule]:
    """Order rules by code.

    Raises ValueError on a code used twice, for codes are for ever, and on a rule that does not
    either check passages or judge drafts.
    """
    gathered: dict[str, Rule] = {}
    for rule in found:
        if rule.code in gathered:
            raise ValueError(f"{rule.code} is taken by {gathered[rule.code].name}: {rule.name}")
        if (rule.check is None) is (rule.judge is None):
            raise ValueError(f"{rule.code} needs either a check or a judge")
        gathered[rule.code] = rule
    return dict(sorted(gathered.items()))
