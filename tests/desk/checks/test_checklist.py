"""What the machine says beneath an item of the checklist."""

from desk.checks.catalogue import catalogue
from desk.checks.checklist import BY_KIND, COMMON, machine_findings
from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.drafts import Kind

DRAFT = Manuscript(
    "云岭县白水镇完成植树",
    "9月12日，云岭县白水镇植树320亩，成活率为95%。我们还组织培训2期。",
    Kind.DYNAMIC,
)


def said(item_id, draft=DRAFT):
    items = (*COMMON, *(item for items in BY_KIND.values() for item in items))
    item = next(one for one in items if one.id == item_id)
    return machine_findings(item, check(draft), draft.whole)


def test_first_persons_are_counted():
    assert said("third-person") == "1处第一人称"


def test_figures_are_counted_beside_those_that_are_wrong():
    assert said("figures") == "3个数字；0处不符"


def test_elements_are_shown_in_their_words():
    shown = said("dynamic-elements")
    assert "时间：“9月12日”" in shown
    assert "“云岭县白水镇”" in shown
    assert "“组织培训2期”" in shown


def test_a_missing_element_is_said_to_be_missing():
    assert said("incident-when-where").startswith("精确到分的时间：没有找到")


def test_nothing_is_said_where_only_a_person_can_tell():
    assert said("audience") == ""


def test_every_rule_an_item_speaks_of_exists():
    for item in (*COMMON, *(item for items in BY_KIND.values() for item in items)):
        for code in item.rules:
            assert len(code) == 1 or code in catalogue(), (item.id, code)
