"""O04: a government post stands before the party post of the same person."""

from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.persons import SURNAME
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_POSTS = beginning(
    "常副省市县区州旗乡镇局厅校院",
    r"(?P<work>(?:常务)?副?[省市县区州旗乡镇]长|(?:常务)?副?(?:局长|厅长|校长|院长)|"
    r"(?:省|市|县|区|州|乡|镇)人民政府(?:常务)?副?(?:省|市|县|区|州|乡|镇)长)"
    r"、"
    r"(?P<party>(?:(?:[省市县区州旗]委|党[委组]|党工委)(?:副书记|书记|常委|委员)))"
    rf"(?={SURNAME}[{HAN}])",
)


def check(text: Passage) -> Iterator[Hit]:
    """Yield a government post followed by a party post and a name."""
    for match in _POSTS.finditer(text.own):
        party, work = match["party"], match["work"]
        message = f"同一人的职务先党内后行政，应为“{party}、{work}”。"
        doubled = party[0] == text.own[match.start() - 1 : match.start()]  # 云岭县县委
        fix = f"{party[doubled:]}、{work}"
        yield Hit(match.start(), match.end("party"), message, fix)


RULE = Rule(
    code="O04",
    name="职务次序",
    severity=Severity.INFO,
    summary="一个人有几个职务时，先写党内职务，再写行政职务。",
    reason="职务次序有惯例，写反会被退回。",
    source="公文惯例",
    bad="县长、县委副书记张明远到青石镇检查防汛。",
    good="县委副书记、县长张明远到青石镇检查防汛。",
    check=check,
)
