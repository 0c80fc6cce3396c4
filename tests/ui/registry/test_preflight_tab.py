"""印发前检查: the office says what stops a release and what is only told."""

import pytest

from desk.checks.office import Level
from ui.registry.preflight_tab import PreflightTab


@pytest.fixture
def tab(page, office):
    page.show_target("印发前检查")
    page.refresh()
    return page.tab(PreflightTab)


@pytest.fixture
def levels(store):
    def read(publication_id=0):
        with store.read() as work:
            return work.rulebook.levels(publication_id)

    return read


def choose(tab, code):
    codes = [row.concern.code for row in tab.model.rows]
    tab.view.choose(codes.index(code))


def test_a_concern_is_explained_and_made_to_stop_the_release(tab, levels, settled, undo):
    choose(tab, "Y33")
    assert "印数" in tab.form.why.text()
    tab.form.level.setCurrentText("● 不能印发")
    tab.save()
    settled()
    assert levels() == {"Y33": Level.ERROR}
    undo()
    assert levels() == {}


def test_a_publication_has_levels_of_its_own(tab, office, levels, settled):
    tab.carrier.setCurrentIndex(1)
    choose(tab, "Y08")
    tab.form.level.setCurrentText("— 不检查")
    tab.save()
    settled()
    assert levels(office.publication.id) == {"Y08": Level.OFF}
    assert levels() == {}


def test_what_guards_the_scores_cannot_be_changed(tab):
    choose(tab, "Y05")
    assert not tab.form.level.isEnabled()
    assert "不能放宽" in tab.form.fixed.text()


def test_a_level_left_unsaved_is_kept_for_whom_it_was_shown(tab, office, levels, settled):
    choose(tab, "Y33")
    tab.form.level.setCurrentText("● 不能印发")
    tab.carrier.setCurrentIndex(1)
    settled()
    assert levels() == {"Y33": Level.ERROR}
    assert levels(office.publication.id) == {}
