"""O05: one post, two names; or a name one character off the one given before."""

from collections.abc import Iterator, Sequence

from desk.checks.passage import Field, Passage
from desk.checks.persons import Person, bare_names_in, persons_in
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slips import differing, is_swapped
from desk.checks.whole import Whole

_CHANGE = ("任命", "当选", "免去", "辞去", "接任", "卸任", "调任", "换届", "前后任", "继任")
_Met = tuple[Field, Person]


def judge(draft: Whole) -> Iterator[Hit]:
    """Compare the persons of a draft with each other and with the office's roster."""
    passages = ((Field.TITLE, draft.title), (draft.running, draft.body))
    named = [(field, one) for field, text in passages for one in persons_in(text)]
    roster = {entry.word: entry.instead for entry in draft.context.office.lexicon.entries("O05")}
    for place, (field, one) in enumerate(named):
        right = _on_roster(one, roster) or _earlier(one, named[:place], roster, draft.body)
        if right:
            yield _hit(field, one, right)
    for field, text in passages:
        for one in bare_names_in(text):
            if right := _meant(one, named):
                yield _hit(field, one, right)


def _hit(field: Field, one: Person, right: str) -> Hit:
    message = f"“{one.name}”与“{right}”不一致，请核对姓名。"
    return Hit(one.start, one.end, message, field=field, choices=(right,))


def _on_roster(one: Person, roster: dict[str, tuple[str, ...]]) -> str:
    """The person on the roster with this post whose name is one slip away."""
    if one.name in roster or one.is_former:
        return ""
    for name, posts in roster.items():
        if _is_slip(one.name, name) and any(post.endswith(one.post) for post in posts):
            return name
    return ""


def _earlier(
    one: Person, before: Sequence[_Met], roster: dict[str, tuple[str, ...]], body: Passage
) -> str:
    """The name the same post had before, unless the text tells of a change."""
    if one.is_former or one.name in roster:
        return ""
    same = [other for _field, other in before if _is_same_post(one, other)]
    for other in same:
        if _is_slip(one.name, other.name):
            return other.name
    alone = [other for other in same if other.scope == one.scope and _is_sole(one)]
    names = {other.name for other in alone if len(other.name) == len(one.name)}
    if len(names) == 1 and one.name not in names and not any(word in body.own for word in _CHANGE):
        return names.pop()
    return ""


def _is_same_post(one: Person, other: Person) -> bool:
    """Whether two posts can be the same one: one may leave out what it belongs to."""
    if one.post != other.post or other.is_former or one.name == other.name:
        return False
    short, long = sorted((one.scope, other.scope), key=len)
    return not short or long.endswith(short)


def _is_sole(one: Person) -> bool:
    """Whether a post is held by one person only, as told by its own words."""
    return one.post in ("县长", "市长", "区长") or (
        one.scope[-2:-1] in tuple("省市县区") and (one.post == "书记" and one.scope.endswith("委"))
    )


def _meant(one: Person, named: Sequence[_Met]) -> str:
    """The name with a post that a bare name is one slip away from."""
    names = [other.name for _field, other in named]
    if one.name in names:
        return ""
    return next((name for name in names if _is_slip(one.name, name)), "")


def _is_slip(one: str, other: str) -> bool:
    """Whether one of three characters differs behind the same surname, or two are swapped."""
    if len(one) != len(other) or len(one) < len("张明远") or one[0] != other[0]:
        return False
    return len(differing(one, other)) == 1 or is_swapped(one, other)


RULE = Rule(
    code="O05",
    name="人名不一",
    severity=Severity.WARNING,
    summary="同一个人的姓名前后要一致，与领导名单一致。",
    reason="人名写错是最严重的差错之一。",
    source="公文惯例",
    bad="县长张明远主持会议。会议期间，县长张远明作了部署。",
    good="县长张明远主持会议。会议期间，县长张明远作了部署。",
    judge=judge,
    needs=Need.TOGETHER,
)
