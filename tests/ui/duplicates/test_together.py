import pytest

from desk.body import Body, Paragraph, Picture, Run, Table
from desk.duplicates.evidence import evidence
from ui.duplicates.marks import Marked, places
from ui.duplicates.pane import Pane
from ui.duplicates.together import Together, along, rising


@pytest.mark.parametrize(
    ("value", "expected"), [(0, 0), (50, 100), (100, 200), (150, 210), (200, 220), (260, 232)]
)
def test_a_height_lies_between_its_anchors(value, expected):
    assert along(value, [(0, 0), (100, 200), (200, 220)]) == expected


def test_a_text_that_begins_with_the_shared_part_waits_for_the_other():
    assert along(60, rising([(0, 0), (60, 0), (90, 30)])) == 0
    assert along(0, [(0, 0), (0, 60), (30, 90)]) == 60


def test_anchors_that_cross_are_left_out():
    assert rising([(0, 0), (50, 80), (60, 40), (90, 100)]) == [(0, 0), (50, 80), (90, 100)]


@pytest.fixture
def panes(window, office):
    made = [Pane(word, lambda _digest: b"", 100) for word in ("左", "右")]
    for pane in made:
        pane.setParent(window)
        pane.resize(420, 260)
        pane.show()
    return made


def test_a_shared_paragraph_comes_into_view_on_both_sides(panes, office):
    left, right = panes
    shared = "县水利局在3座水库安装监测设备46台，预警信息直达128名巡查员。"
    filler = "今天的会议研究了另外一件与此没有关系的事情并作了安排。"
    before, after = [filler * 3] * 12, ["左边的后文在这里。"] * 30
    first = office.draft("左", "\n".join([*before, shared, *after]))
    second = office.draft("右", "\n".join([shared, *["右面另有一番话要说完。"] * 30]))
    for pane, draft in zip(panes, (first, second), strict=True):
        pane.show_draft(draft, "县水利局", "", Marked())
    together = Together(left, right)
    together.show_evidence(evidence(first.body.text, second.body.text))
    bar = left.body.verticalScrollBar()
    shared_at = dict(left.heights())[first.body.text.index(shared)]
    bar.setValue(round(shared_at))
    assert right.body.verticalScrollBar().value() < 8
    bar.setValue(bar.maximum())
    assert right.body.verticalScrollBar().value() > 100


def test_tables_and_pictures_do_not_shift_the_places(panes, office):
    blocks = (
        Paragraph((Run("第一段话。"),)),
        Table((("单位", "数"), ("县水利局", "3")), caption="第二段话。"),
        Picture("", 10, 10, "图"),
        Paragraph((Run("第二段话。"),)),
    )
    body = Body(blocks)
    panes[0].body.show_body(body)
    document = panes[0].body.document()
    found = places(document, body)
    assert sorted(found.values()) == [0, 6]
    assert all(document.findBlockByNumber(number).text().endswith("话。") for number in found)
