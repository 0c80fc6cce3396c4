"""Remember the names units sign with from what the clerk corrects."""

import re
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.drafts import Draft
from desk.intake.recognition.registry import Names, closed
from desk.store import Work
from desk.units import Unit

_SHORTEST, _LONGEST = 3, 60
_GENERIC = re.compile(
    r"(?:本[县市区州省局乡镇街道院校刊报站]|[县市区州省局乡镇]|街道)*"
    r"(?:党政|综合|行政|政务|信息|秘书|文秘|宣传|组织|人事|财务|业务|党建|值班|机关|督查|调研|法规|政策"
    r"|党群|工作|新闻|人民|政府|党委|党工委|公文|服务)*"
    r"(?:办公室|办|[科股室组部处委]|中心|科室|股室|站)?"
)
_OFFICE_ITSELF = re.compile(r"(?:[县市区州省]委|政府)(?:办公室|办)?(?:信息科|信息股|秘书科)?$")
_NOBODY = re.compile(
    r"本[报刊网站台]讯?|编辑部|通讯员|信息员|供稿|来稿|联系人|收件人|管理员|admin|noreply"
)


@dataclass(frozen=True, slots=True)
class Learned:
    """A name that is now taken for a unit."""

    unit: Unit
    name: str

    @property
    def sentence(self) -> str:
        """What the window says of it."""
        return f"以后署名“{self.name}”自动认作“{self.unit.short}”。"


def learn(work: Work, draft: Draft, by: By) -> Learned | None:
    """Remember the draft's signature as a name of its only unit; None where it would mislead."""
    units = work.registry.units()
    name = draft.signed_as.strip()
    if len(draft.unit_ids) != 1 or is_generic(name) or Names(units).one(name) is not None:
        return None
    unit = next(unit for unit in units if unit.id == draft.unit_ids[0])
    if any(name.lower() == alias.lower() for one in units for alias in one.aliases):
        return None
    unit = work.registry.save_unit(replace(unit, aliases=(*unit.aliases, name)))
    note(work, by, "记住别名", f"unit:{unit.id}", f"{name}→{unit.short}")
    return Learned(unit, name)


def forget(work: Work, learned: Learned, by: By) -> None:
    """Take a name away from its unit, if it still has it."""
    unit = next((one for one in work.registry.units() if one.id == learned.unit.id), None)
    if unit is None or learned.name not in unit.aliases:
        return
    kept = tuple(alias for alias in unit.aliases if alias != learned.name)
    work.registry.save_unit(replace(unit, aliases=kept))
    note(work, by, "忘记别名", f"unit:{unit.id}", f"{learned.name}→{unit.short}")


def is_generic(name: str) -> bool:
    """Whether a signature could be anybody's: 办公室, 综合股, 本报讯, the county's own office."""
    bare = closed(name)
    return (
        not _SHORTEST <= len(bare) <= _LONGEST
        or bool(_GENERIC.fullmatch(bare))
        or bool(_OFFICE_ITSELF.search(bare))
        or bool(_NOBODY.search(bare))
    )
