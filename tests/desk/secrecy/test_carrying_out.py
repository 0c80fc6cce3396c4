"""A package opens with its pass phrase only, tells nothing by its names, is registered."""

from dataclasses import replace
from io import BytesIO

import pytest
import pyzipper

from desk.drafts import Secrecy
from desk.errors import FieldError
from desk.jobs import finish
from desk.secrecy.carrying_out import LIST, carry_out, must_do, new_pass_phrase
from desk.secrecy.overview import overview
from desk.settings import Settings
from desk.whole_folder import digest_of


def carried(store, office, path, drafts, phrase):
    subjects = [f"draft:{one.id}" for one in drafts]
    return finish(carry_out(store, subjects, path, phrase, Settings(), by=office.by))


def test_the_package_opens_with_its_pass_phrase_and_with_no_other(store, office, tmp_path):
    draft = office.draft("县水利局部署防汛工作", secrecy=Secrecy.INTERNAL)
    phrase, path = new_pass_phrase(), tmp_path / "外带.zip"
    made = carried(store, office, path, [draft], phrase)
    data = path.read_bytes()
    assert made.digest == digest_of(data)
    assert "防汛".encode() not in data
    with pyzipper.AESZipFile(BytesIO(data)) as package:
        assert all(one.flag_bits & 1 for one in package.infolist())
        assert [one.filename for one in package.infolist()] == [
            LIST, "001.docx", "002.txt", "003.docx",
        ]  # fmt: skip
        package.setpassword(phrase.encode())
        listed = package.read(LIST).decode("utf-8-sig")
        assert f"001.docx\t{draft.title}\t{digest_of(package.read('001.docx'))}" in listed
        assert package.read("003.docx") == draft.title.encode()
    with pyzipper.AESZipFile(BytesIO(data)) as package, pytest.raises(RuntimeError):
        package.read("001.docx", pwd=b"GUESS-GUESS-GUESS")


def test_a_file_that_holds_other_drafts_too_stays_here(store, office, tmp_path):
    draft = office.draft("甲")
    shared = replace(draft.original, name="采用台账.xlsx 第3行")
    with store.begin() as work:
        row = work.drafts.add(replace(draft, original=shared, id=0), office.by.who)
    made = carried(store, office, tmp_path / "外带.zip", [row], new_pass_phrase())
    with pyzipper.AESZipFile(made.path) as package:
        assert package.namelist() == [LIST, "001.docx", "002.txt"]


def test_what_was_carried_out_is_listed_by_its_title(store, office, tmp_path):
    carried(store, office, tmp_path / "外带.zip", [office.draft("甲")], new_pass_phrase())
    (line,) = overview(store, Secrecy.INTERNAL, office.by.today).carried
    assert line.what == "来稿“甲”"


def test_each_item_of_a_package_is_in_the_register_with_the_highest_grade(store, office, tmp_path):
    drafts = [office.draft("甲"), office.draft("乙", secrecy=Secrecy.INTERNAL)]
    made = carried(store, office, tmp_path / "外带.zip", drafts, new_pass_phrase())
    with store.read() as work:
        lines = [one for one in work.audit.records() if one.action == "导出外带包"]
    assert {one.subject for one in lines} == {f"draft:{one.id}" for one in drafts}
    assert all(made.digest in one.detail and "密级：内部" in one.detail for one in lines)


def test_a_package_that_cannot_be_written_leaves_nothing(store, office, tmp_path):
    with pytest.raises(OSError, match="没有"):
        carried(store, office, tmp_path / "没有" / "外带.zip", [office.draft()], new_pass_phrase())
    assert list(tmp_path.glob("*.zip")) == []
    with store.read() as work:
        assert all(one.action != "导出外带包" for one in work.audit.records())


@pytest.mark.parametrize("phrase", ["short", "防汛防汛防汛防汛防汛防汛", "with\ttab and more"])
def test_a_pass_phrase_is_long_and_can_be_typed_anywhere(phrase):
    with pytest.raises(FieldError):
        must_do(phrase)


def test_a_new_pass_phrase_will_do_and_is_never_the_same():
    made = {new_pass_phrase() for _ in range(50)}
    assert len(made) == 50
    for one in made:
        must_do(one)
