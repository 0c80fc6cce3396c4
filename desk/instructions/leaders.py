"""Who writes instructions: what is known of each leader, so that a name fills in the rest."""

import re

from desk.instructions.instruction import Instruction
from desk.instructions.rules import InstructionRules, Leader
from desk.store import Work

LEVELS = ("本级", "县级", "市级", "省级", "国家级")
RANKS = ("主要领导", "分管领导", "其他领导", "秘书长", "办公室领导")
_LEADING = re.compile(r"(?:书记|[省市州县区旗]长|主席|专员)$")
_DEPUTY = re.compile(r"副|常委")


def leaders(work: Work) -> tuple[Leader, ...]:
    """The office's own list, then who wrote before (as last told), then people with a high post."""
    found = {one.name: one for one in work.matters.policy(InstructionRules()).leaders}
    for one in work.matters.all(Instruction):
        if one.leader and (one.rank or one.level):
            found.setdefault(one.leader, Leader(one.leader, one.rank, one.level))
    for person in work.people.all():
        if person.is_active and _LEADING.search(person.post):
            rank = "分管领导" if _DEPUTY.search(person.post) else "主要领导"
            found.setdefault(person.name, Leader(person.name, rank, LEVELS[0]))
    return tuple(found.values())
