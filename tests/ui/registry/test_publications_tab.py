"""Publications and their sections."""

import pytest


@pytest.fixture
def tab(page):
    page.show_target("刊物与栏目")
    page.publications.view.choose(0)
    return page.publications


@pytest.fixture
def stored(store):
    """The publications as the store has them, by name."""

    def read():
        with store.read() as work:
            return {one.name: one for one in work.catalogue.publications()}

    return read


def test_the_form_shows_the_publication(tab, office):
    assert tab.form.value() == office.publication
    assert "政务信息" in tab.form.template.currentText()


def test_a_section_is_added_renamed_and_ordered(tab, stored, settled):
    sections = tab.form.sections
    sections.add()
    sections.list.currentItem().setText("要闻")
    sections._move(-1)
    sections.list.item(0).setText("动态")
    tab.save()
    settled()
    names = [section.name for section in stored()["政务信息"].sections]
    assert names == ["动态", "要闻", "简讯"]


def test_a_section_with_points_stays_and_the_form_says_why(tab, stored, settled):
    tab.form.sections.list.setCurrentRow(1)
    tab.form.sections.remove()
    tab.save()
    settled()
    assert "简讯" in tab.form.fields["sections"].error
    assert len(stored()["政务信息"].sections) == 2


def test_where_it_is_sent_is_one_line_each(tab, stored, settled):
    tab.form.send_to.setPlainText("报：县长\n\n 送：县委各部门 \n")
    tab.save()
    settled()
    assert stored()["政务信息"].send_to == ("报：县长", "送：县委各部门")


@pytest.mark.parametrize("text", ["六十", "-5", "1.5"])
def test_copies_must_be_a_whole_number(tab, text):
    tab.form.copies.setText(text)
    tab.save()
    assert text in tab.form.fields["copies"].error


def test_a_new_publication_of_a_higher_office(tab, stored, settled):
    tab.start_new()
    tab.form.name.setText("《市政府要情》")
    tab.form.tier.setCurrentText("市级")
    tab.save()
    settled()
    assert stored()["市政府要情"].tier == "市级"
    assert stored()["市政府要情"].template == ""


def test_undo_brings_the_former_publication_back(tab, stored, settled, undo, office):
    tab.form.copies.setText("99")
    tab.save()
    settled()
    undo()
    assert stored()["政务信息"] == office.publication


def test_limits_of_the_publication_and_of_a_section_are_kept(tab, stored, settled):
    tab.form.limits.longest.setValue(300)
    tab.form.results_only.setChecked(True)
    tab.form.sections.list.setCurrentRow(1)
    tab.form.sections.limits.longest.setValue(80)
    tab.save()
    settled()
    saved = stored()["政务信息"]
    assert (saved.limits.longest, saved.results_only) == (300, True)
    assert [section.limits.longest for section in saved.sections] == [0, 80]
