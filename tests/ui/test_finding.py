"""Ctrl+K finds drafts, units and issues in the store."""

from datetime import date

import pytest

from desk import compiling
from desk.commissions.commission import Commission
from ui.finding import find


@pytest.fixture
def found(session):
    """The texts found for some words."""
    return lambda words: [command.text for command in find(session, words)]


def test_a_unit_is_found_by_any_of_its_names(office, found):
    assert found("水利局") == ["单位　云岭县水利局　得分"]


def test_a_unit_leads_to_its_points(office, session, qtbot):
    (command,) = find(session, "水利局")
    with qtbot.waitSignal(session.requested) as asked:
        command.run()
    assert asked.args == ["scores", office.units[1].id]


def test_an_issue_is_found_by_publication_and_number(office, found):
    for day in (1, 2):
        compiling.new_issue(office.store, office.publication.id, date(2026, 7, day), by=office.by)
    assert found("政务信息 第2期") == ["期　《政务信息》2026年第2期"]


def test_a_commission_is_found_by_its_number_or_topic(office, session, qtbot):
    asked = Commission(
        title="关于防汛准备的约稿",
        day=date(2026, 7, 15),
        number="约稿〔2026〕3号",
        due=office.by.now,
    )
    with office.store.begin() as work:
        kept = work.matters.save(asked, office.by)
    for words in ("防汛", "〔2026〕3号"):
        (command,) = find(session, words)
        assert command.text == "约稿　约稿〔2026〕3号　关于防汛准备的约稿　2026-07-15　未了"
    with qtbot.waitSignal(session.requested) as led:
        command.run()
    assert led.args == ["tasks", kept.subject]


def test_a_draft_is_found_by_its_text(office, found):
    office.draft("校园安全")
    assert found("86所") == ["来稿　校园安全　县教育局　新到", "生平　校园安全"]


@pytest.mark.parametrize("words", ["第2期", "zwxx 第2期", "2026年第2期"])
def test_an_issue_is_found_by_its_number_alone(office, found, words):
    for day in (1, 2):
        compiling.new_issue(office.store, office.publication.id, date(2026, 7, day), by=office.by)
    assert found(words) == ["期　《政务信息》2026年第2期"]


@pytest.mark.parametrize("words", ["slj", "XSLJ", "sl"])
def test_a_unit_is_found_by_its_initials(office, found, words):
    assert found(words) == ["单位　云岭县水利局　得分"]


def test_a_draft_leads_to_its_life_line(office, session, qtbot):
    draft = office.draft("校园安全")
    _, life = find(session, "86所")
    with qtbot.waitSignal(session.requested) as asked:
        life.run()
    assert asked.args == ["life", draft.id]


def test_words_that_are_nowhere_find_nothing(office, found):
    assert found("航天") == []


def test_a_call_is_answered_for_the_unit_named_after_the_word(office, session, found, qtbot):
    assert found("来电 slj")[0] == "来电　云岭县水利局"
    with qtbot.waitSignal(session.called) as call:
        find(session, "来电 slj")[0].run()
    assert call.args == [office.units[1].id]
