"""Beneath what a person confirms stands what the machine found."""

from desk.drafts import Kind


def shown(page):
    """What stands beneath each item that the machine has something to say to."""
    page.inspector.check()
    page.side.go(1)
    notes = page.side.checklist.notes
    return {key: note.text() for key, note in notes.items() if not note.isHidden()}


def test_an_item_shows_the_faults_that_the_machine_found(page, add):
    page.show_target(add("我县改造户厕28户", "我县改造户厕28户。", kind=Kind.DYNAMIC).id)
    said = shown(page)["third-person"]
    assert "机器看到：" in said
    assert "▲" in said


def test_an_item_about_which_nothing_is_wrong_is_not_marked(page, add):
    page.show_target(add("云岭县改造户厕28户", "云岭县改造户厕28户。", kind=Kind.DYNAMIC).id)
    assert "▲" not in shown(page)["third-person"]


def test_a_missing_element_marks_its_item(page, add):
    page.show_target(add("园区用工问题", "园区企业招工难。", kind=Kind.PROBLEM).id)
    said = shown(page)["problem-causes"]
    assert "▲" in said
    assert "没有找到" in said


def test_what_the_machine_says_follows_the_text(page, add):
    page.show_target(add("我县改造户厕28户", "全县改造户厕28户。", kind=Kind.DYNAMIC).id)
    assert "▲" in shown(page)["third-person"]
    page.middle.title.setPlainText("云岭县改造户厕28户")
    page.inspector.check()
    assert "▲" not in page.side.checklist.notes["third-person"].text()


def test_the_summary_names_every_part_and_no_single_score(opened):
    said = opened.side.findings.summary.text()
    for part in ("错误", "提醒", "提示", "待核对 <b>14</b> 项"):
        assert part in said


def test_a_confirmed_item_is_no_longer_counted_as_waiting(opened, settled):
    opened.side.checklist.boxes["facts"].click()
    settled()
    assert "待核对 <b>13</b> 项" in opened.side.findings.summary.text()
