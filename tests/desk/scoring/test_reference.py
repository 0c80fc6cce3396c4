"""The manual's reference of a scheme's tables is made from the tables themselves."""

from desk.scoring.clauses.told import fields_of
from desk.scoring.reference import PAGE, reference, renewed
from desk.scoring.scheme import TABLES


def test_the_page_is_what_the_tables_say():
    """Where it is not, write it anew:

    python -c "from desk.scoring.reference import *;
    PAGE.write_text(renewed(PAGE.read_text('utf-8')), 'utf-8')"
    """
    page = PAGE.read_text(encoding="utf-8")
    assert page == renewed(page)


def test_every_field_and_every_choice_is_on_the_page():
    page = reference()
    for kind in TABLES:
        part = page.split(f"## [[{kind.table}]]\n")[1].split("\n## ")[0]
        own = [
            told for told in fields_of(kind) if told.label not in ("编号", "依据", "条件", "除外")
        ]
        rows = [row.split(" | ")[0].removeprefix("| ") for row in part.splitlines()]
        assert rows[-len(own) :] == [told.label for told in own]
    assert "报送、采用、上报、批示、约稿、紧急、差错、调整" in page
    assert "周、月、双月、季、半年、年" in page
