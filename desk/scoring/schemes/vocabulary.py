"""The values a condition can ask for: those of the registry, and those met in the books."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from desk.drafts import Kind
from desk.facts import Fact
from desk.publications import Publication
from desk.scoring.clauses.condition import Trait
from desk.scoring.schemes.condition_text import CHOICES
from desk.units import Unit, UnitGroup

Vocabulary = Mapping[Trait, tuple[str, ...]]

_USUAL: dict[Trait, tuple[str, ...]] = {
    Trait.FORM: ("简讯", "动态", "调研"),
    Trait.PLACEMENT: ("头版", "头条"),
    Trait.ATTACHMENT: ("图片", "音视频"),
    Trait.CHANNEL: ("网站", "微信"),
    Trait.KIND: tuple(Kind),
    Trait.LEVEL: ("国家级", "省级", "市级", "本级"),
    Trait.RANK: ("主要领导", "其他领导", "秘书长", "副秘书长"),
    Trait.TONE: ("肯定", "批评"),
    Trait.OUTCOME: ("按时", "逾期", "未报", "迟报", "漏报", "瞒报", "谎报", "失实"),
    Trait.GRADE: ("一般", "较大", "重大", "特别重大"),
    Trait.WORDS: ("≥600", "<100"),
    Trait.PARTIES: ("=2", "≥3"),
    Trait.LATE: (">0", "≥1"),
}


def registered(
    units: Iterable[Unit], groups: Iterable[UnitGroup], publications: Iterable[Publication]
) -> Vocabulary:
    """Names of the registry, choices there are, and the words offices usually write."""
    held = list(publications)
    sections = (section.name for one in held for section in one.sections)
    return {
        **{trait: tuple(map(str, values)) for trait, values in (_USUAL | CHOICES).items()},
        Trait.PUBLICATION: tuple(one.name for one in held),
        Trait.SECTION: tuple(dict.fromkeys(sections)),
        Trait.UNIT: tuple(one.name for one in units if one.active),
        Trait.GROUP: tuple(one.name for one in groups),
    }


def met(facts: Iterable[Fact]) -> Vocabulary:
    """What these facts say, the most frequent first."""
    found: defaultdict[Trait, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        for trait, values in _said(fact):
            found[trait].update(value for value in values if value)
    return {trait: tuple(value for value, _ in held.most_common()) for trait, held in found.items()}


def merged(first: Vocabulary, *others: Vocabulary) -> Vocabulary:
    """All values, each once, those of the first before the others'."""
    result: dict[Trait, tuple[str, ...]] = dict(first)
    for other in others:
        for trait, values in other.items():
            result[trait] = tuple(dict.fromkeys((*result.get(trait, ()), *values)))
    return result


def _said(fact: Fact) -> Iterable[tuple[Trait, tuple[str, ...]]]:
    held = fact.particulars
    return (
        (Trait.FORM, (held.form,)),
        (Trait.PLACEMENT, (held.placement,)),
        (Trait.ATTACHMENT, held.attachments),
        (Trait.TAG, held.tags),
        (Trait.CHANNEL, (held.channel,)),
        (Trait.KIND, (held.kind,)),
        (Trait.LEVEL, (held.level,)),
        (Trait.RANK, (held.rank,)),
        (Trait.TONE, (held.tone,)),
        (Trait.OUTCOME, (held.outcome,)),
        (Trait.GRADE, (held.grade,)),
    )
