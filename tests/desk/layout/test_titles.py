"""Titles break by their sense."""

import pytest

from desk.layout.titles import break_title


def lines(title, cells=20):
    spans = break_title(title, [22.0] * len(title), cells * 22.0)
    return [title[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("县教育局开展校园安全检查", ["县教育局开展校园安全检查"]),
        (
            "县农业农村局反映：秋粮收购中存在的三个问题及建议",
            ["县农业农村局反映：", "秋粮收购中存在的三个问题及建议"],
        ),
        (
            "县行政审批局“三个强化”推进政务服务提质增效",
            ["县行政审批局“三个强化”", "推进政务服务提质增效"],
        ),
    ],
)
def test_a_title_breaks_where_the_reader_pauses(title, broken):
    assert lines(title) == broken


def test_no_line_begins_with_a_particle():
    title = "关于全面推进乡村振兴和农业农村现代化的若干意见及其任务分工方案"
    assert not any(line[0] in "的和及" for line in lines(title)[1:])


def test_a_title_without_words_breaks_where_it_must():
    assert lines("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]


def test_the_name_of_a_unit_stays_whole():
    found = lines(
        "县农业农村局、县发展和改革局、县自然资源局、县水利局等部门联合推进高标准农田建设与管护"
        "机制改革试点工作成效明显"
    )
    assert found[:2] == ["县农业农村局、县发展和改革局、", "县自然资源局、县水利局等部门"]


def test_a_number_in_a_title_stays_whole():
    found = lines("县人社局发放失业保险稳岗返还资金1,204.5万元惠及企业1,310家")
    assert any("1,204.5" in line for line in found)
    assert any("1,310" in line for line in found)


def test_a_text_too_long_for_a_title_still_breaks_at_once():
    found = lines("全县各级各部门认真贯彻落实" * 300)
    assert "".join(found) == "全县各级各部门认真贯彻落实" * 300
    assert min(map(len, found[:-1])) >= 19


def test_a_number_stays_with_what_it_counts():
    text = "县税务局：云岭县1至10月办理留抵退税3799万元惠及企业132户"
    spans = break_title(text, [22.0 if ord(one) > 255 else 11.0 for one in text], 442.0)
    assert len(spans) > 1
    assert not any(text[end - 1].isdigit() for _start, end in spans)
