"""The specimen shows the publication's own words, and the sample's where there are none."""

import pytest

from desk.publications import Appearance, Publication, Section, Signature
from desk.settings import Settings
from desk.specimen import specimen_of

OFFICE = Settings(office="云岭县人民政府办公室", editor="王敏", mark="内部资料")


@pytest.fixture
def publication():
    return Publication("民生信息", (Section("简讯"), Section("民声")), template="zhengwu")


def test_the_publications_own_decisions_stand_in_its_specimen(publication):
    made = specimen_of(
        Publication(
            "要情专报",
            (),
            template="zhengwu",
            copies=12,
            send_to=("报：县长",),
            mark="机密★1年",
            controlled=True,
            signature=Signature(signer="郑国平"),
            appearance=Appearance(masthead="云岭要情"),
        ),
        OFFICE,
    )
    assert made.fields["name"] == "云岭要情"
    assert (made.secrecy, made.copy_number, made.copies) == ("机密★1年", "000001", 12)
    assert (made.editors, made.signer, made.send_to) == ("王敏", "郑国平", ("报：县长",))


def test_where_nothing_is_decided_the_office_speaks(publication):
    made = specimen_of(publication, OFFICE)
    assert (made.issuer, made.secrecy, made.copy_number) == (OFFICE.office, "内部资料", "")


def test_its_own_sections_take_the_samples_items_by_name_else_in_turn(publication):
    made = specimen_of(publication, OFFICE)
    assert [section.name for section in made.sections] == ["简讯", "民声"]
    assert "县应急管理局" in made.sections[0].items[0].units
