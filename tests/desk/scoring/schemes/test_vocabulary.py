"""What a condition can ask for."""

from datetime import date

from desk.facts import Fact, FactKind, Particulars
from desk.publications import Publication, Section
from desk.scoring.clauses.condition import Trait
from desk.scoring.schemes.vocabulary import merged, met, registered
from desk.units import Unit, UnitGroup


def test_names_of_the_registry_are_offered_once():
    found = registered(
        (Unit("云岭县教育局", "县教育局", 1), Unit("旧局", "旧局", 1, active=False)),
        (UnitGroup("乡镇"),),
        (Publication("甲", (Section("简讯"),)), Publication("乙", (Section("简讯"),))),
    )
    assert found[Trait.UNIT] == ("云岭县教育局",)
    assert found[Trait.SECTION] == ("简讯",)
    assert found[Trait.COMMISSIONED] == ("是", "否")


def test_words_of_the_books_come_by_how_often_they_are_met():
    facts = [
        Fact(FactKind.ADOPTION, date(2026, 3, 1), 1, "甲", "import:1",
             particulars=Particulars(form=form, tags=("转载",)))
        for form in ("简讯", "专题", "专题")
    ]  # fmt: skip
    found = met(facts)
    assert found[Trait.FORM] == ("专题", "简讯")
    assert found[Trait.TAG] == ("转载",)
    assert merged({Trait.FORM: ("调研", "简讯")}, found)[Trait.FORM] == ("调研", "简讯", "专题")
