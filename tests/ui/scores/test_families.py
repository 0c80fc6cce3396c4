"""The tabs of 考核 stand in families; what another page asks for brings its family."""

from PySide6.QtCore import Qt

from ui.scores.tabs import FAMILIES, TABS


def seen(page):
    return [page.tabs.tabText(at) for at in range(len(TABS)) if page.tabs.isTabVisible(at)]


def test_only_the_tabs_of_the_chosen_family_are_seen(page, qtbot, at_rest):
    for at, (_name, _tip, kinds) in enumerate(FAMILIES):
        qtbot.keyClick(
            page, Qt.Key(Qt.Key.Key_1 + at),
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )  # fmt: skip
        at_rest()
        assert seen(page) == [kind.title for kind in kinds]


def test_a_family_opens_where_it_was_left(page, at_rest):
    page.show_target("对账")
    page.families.open(0)
    at_rest()
    assert page.current.title == "考核一览"
    page.families.open(2)
    at_rest()
    assert page.current.title == "对账"


def test_what_is_asked_for_brings_its_family(page, at_rest):
    page.show_target("评先")
    at_rest()
    assert page.current.title == "评先"
    assert "统计表" in seen(page)
    assert "考核一览" not in seen(page)
