"""O01: the name of a unit is miswritten, or written in two ways."""

from collections.abc import Iterator
from functools import lru_cache

from desk.checks.office import Office
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.units_named import Names, names_told
from desk.checks.whole import Whole


def judge(draft: Whole) -> Iterator[Hit]:
    """Compare the names of units with the office's, the general ones and each other."""
    names = _names(draft.context.office, draft.context.units)
    passages = ((Field.TITLE, draft.title.own), (draft.running, draft.body.own))
    told = names_told(text for _field, text in passages)
    for field, text in passages:
        for one in names.misnamed(text, told):
            found = text[one.start : one.end]
            message = f"“{found}”与“{one.right}”只差一两个字，请核对单位名称。"
            if one.is_sure:
                yield Hit(one.start, one.end, message, one.right, field)
            else:
                yield Hit(one.start, one.end, message, field=field, choices=(one.right,))


@lru_cache(maxsize=16)
def _names(office: Office, units: tuple[str, ...]) -> Names:
    own = {name for unit in office.units for name in (unit.full, unit.short, *unit.aliases)}
    general = frozenset(entry.word for entry in office.lexicon.entries("O01"))
    return Names(general, frozenset({*own, *units} - {""}))


RULE = Rule(
    code="O01",
    name="单位名不一或误写",
    severity=Severity.WARNING,
    summary="单位名称与单位库、规范名称和前文一致。",
    reason="单位名写错，来稿单位会找上门，得分也可能记错。",
    source="一致性要求",
    bad="云岭县农业农村局召开现场会。会后，云岭县农村农业局抽调技术员45名下乡。",
    good="云岭县农业农村局召开现场会。会后，云岭县农业农村局抽调技术员45名下乡。",
    judge=judge,
    needs=Need.TOGETHER,
)
