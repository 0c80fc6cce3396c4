"""The words of a title speak for its kind, or for none."""

import pytest

from desk.drafts import Kind
from desk.intake.recognition.kinds import cued_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("建议扩大困难家庭适老化改造范围", Kind.PROPOSAL),
        ("县政协建议案全部办结", None),
        ("预计今年柑橘产量增长9.4%", Kind.FORECAST),
        ("全县用电负荷预测及保供建议", Kind.FORECAST),
        ("农村快递进村难问题需关注", Kind.PROBLEM),
        ("县医保局三招破解参保征缴难题", Kind.MEASURE),
        ("县人社局三招聘引人才", None),
        ("柳林河上游5名群众被困获救", Kind.INCIDENT),
        ("云岭县开展燃气泄漏处置演练", None),
        ("云岭县县城供水工程建成通水", None),
    ],
)
def test_a_kind_is_told_by_cue_words(title, kind):
    assert cued_kind(title) is kind
