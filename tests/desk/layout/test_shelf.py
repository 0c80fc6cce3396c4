"""The office's own templates: used once they print, and never worse than the last good one."""

import shutil

import pytest

from desk.errors import DeskError
from desk.layout.pdf import render_pdf
from desk.layout.shelf import Shelf, in_use, use
from desk.layout.templates import TEMPLATES, template_names


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "templates")


@pytest.fixture
def own(shelf):
    """Put a copy of a shipped template into the office's folder and return it."""

    def put(name="wuhua", like="meiri"):
        return shutil.copytree(TEMPLATES / like, shelf.office / name)

    return put


def change(folder, old, new, file="template.toml"):
    """Change a file's first such text, and tell its line."""
    before, _, after = (folder / file).read_text("utf-8").partition(old)
    assert after
    (folder / file).write_text(before + new + after, "utf-8")
    return before.count("\n") + 1


def test_a_folder_put_there_by_hand_is_used(shelf, own):
    change(own(), 'title = "每日要情"', 'title = "五华快报"')
    assert shelf.names() == [*template_names(), "wuhua"]
    assert shelf.load("wuhua").title == "五华快报"
    assert shelf.complaints() == []


def test_one_of_a_shipped_name_takes_its_place(shelf, own):
    change(own("meiri"), "size = 42", "size = 30")
    assert shelf.names() == template_names()
    assert shelf.load("meiri").masthead[1].size == 30


def test_a_broken_one_is_told_with_its_line_and_its_last_good_copy_stays(shelf, own):
    folder = own()
    assert shelf.load("wuhua").masthead[1].size == 42
    line = change(folder, "size = 42", "sise = 40")
    assert shelf.load("wuhua").masthead[1].size == 42
    (told,) = shelf.complaints()
    assert told.startswith(f"刊物模板“wuhua”的template.toml第{line}行：不认识“masthead.sise”")
    change(folder, "sise = 40", "size = 40")
    assert shelf.load("wuhua").masthead[1].size == 40
    assert shelf.complaints() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("template.toml", "[contents]", "[contents", "写得不对"),
        ("template.toml", "{issuer}", "{office}", "：“masthead.left”里没有{office}这一项"),
        ("template.toml", "lines = 2", "lines = 99", "：“masthead.lines”要在1和10之间"),
        ("template.toml", "[tail]", "[[tail]]", "：“tail”要写成一节"),
        ("sample.toml", "number = 318", 'number = "318"', "：“number”应当是整数"),
        ("sample.toml", "[[sections.items]]", "[[sections.items]]\nx = 1", "：不认识“x”"),
    ],
)
def test_each_fault_is_told_with_file_and_line(shelf, own, file, old, new, told):
    line = change(own(), old, new, file) + new.count("\n")
    (complaint,) = shelf.complaints()
    assert complaint.startswith(f"刊物模板“wuhua”的{file}第{line}行{told}")
    assert "wuhua" not in shelf.names()
    with pytest.raises(DeskError, match="wuhua"):
        shelf.load("wuhua")


def test_what_is_missing_is_told_with_the_table_that_lacks_it(shelf, own):
    line = change(own(), 'title = "{n}. {title}"\n', "")
    assert f"第{line - 1}行：缺少“item.title”" in shelf.complaints()[0]


def test_a_page_of_its_own_is_set_and_its_faults_have_a_line(shelf, own, issue, fonts):
    folder = own()
    page = folder / "page.typ"
    page.write_text('#import "/_shared/page.typ": issue\n\n#issue()\n', "utf-8")
    template = shelf.load("wuhua")
    assert template.page.parent == template.home
    assert render_pdf(issue("正文"), {}, fonts, template).page_count == 1
    page.write_text('#import "/_shared/page.typ": issue\n\n#isue()\n', "utf-8")
    (told,) = shelf.complaints()
    assert "“wuhua”的page.typ第3行有错" in told
    assert shelf.load("wuhua").home == template.home


def test_a_page_that_leaves_the_issue_out_is_refused(shelf, own):
    (own() / "page.typ").write_text('#import "/_shared/page.typ": issue\n', "utf-8")
    assert "page.typ没有印出整期" in shelf.complaints()[0]


def test_a_page_may_not_ask_the_network(shelf, own):
    (own() / "page.typ").write_text('\n#import "@preview/cetz:0.3.0"\n', "utf-8")
    assert "page.typ第2行：不能用网上的组件" in shelf.complaints()[0]


@pytest.mark.parametrize(
    "line",
    [
        '#let p = "@" + "preview/cetz:0.3.0"\n#import p',
        '\n#import "\\u{40}preview/cetz:0.3.0"',
        '\n#include/**/("@" + "preview/cetz:0.3.0")',
        '\n#eval("import" + " \\"@" + "preview/cetz:0.3.0\\"", mode: "code")',
        '\n#dictionary(std).at("ev" + "al")("1")',
    ],
)
def test_a_page_may_not_ask_the_network_unseen_either(shelf, own, line):
    page = f'{line}\n#import "/_shared/page.typ": issue\n#issue()\n'
    (own() / "page.typ").write_text(page, "utf-8")
    assert "page.typ第2行：import和include后面要直接写文件名" in shelf.complaints()[0]


def test_a_missing_sample_is_told(shelf, own):
    (own() / "sample.toml").unlink()
    assert shelf.complaints() == ["刊物模板“wuhua”缺少sample.toml，请补上。"]


def test_a_folder_taken_away_is_still_printed_with(shelf, own):
    folder = own()
    shelf.load("wuhua")
    shutil.rmtree(folder)
    again = Shelf(shelf.office)
    assert again.load("wuhua").masthead[1].size == 42
    assert "“wuhua”的文件夹不见了" in again.complaints()[0]


def test_installing_refuses_a_broken_folder_and_keeps_what_was_there(shelf, tmp_path):
    shelf.office.mkdir()
    source = shutil.copytree(TEMPLATES / "meiri", tmp_path / "source" / "wuhua")
    assert shelf.install(source) == "wuhua"
    line = change(source, "size = 42", 'size = "大"')
    with pytest.raises(DeskError, match=f"第{line}行：“masthead.size”应当是数字"):
        shelf.install(source)
    assert shelf.load("wuhua").masthead[1].size == 42
    change(source, 'size = "大"', "size = 36")
    shelf.install(source)
    assert shelf.load("wuhua").masthead[1].size == 36
    assert sorted(path.name for path in shelf.office.iterdir()) == [".kept", "wuhua"]


def test_an_exported_template_can_be_installed_under_another_name(shelf, tmp_path):
    shelf.office.mkdir()
    shelf.export("zhuanbao", tmp_path / "jianyi")
    assert shelf.install(tmp_path / "jianyi") == "jianyi"
    assert shelf.load("jianyi").masthead == shelf.load("zhuanbao").masthead
    with pytest.raises(DeskError, match="已有文件"):
        shelf.export("zhuanbao", tmp_path / "jianyi")


def test_a_kept_copy_is_not_tried_again_at_the_next_start(shelf, own, monkeypatch):
    own()
    shelf.names()
    monkeypatch.setattr("desk.layout.kept_templates.try_out", None)
    assert Shelf(shelf.office).names() == shelf.names()


@pytest.mark.parametrize("name", ["../zhengwu", "_slip", ".kept", ""])
def test_a_folder_name_cannot_lead_elsewhere(shelf, own, name):
    own()
    with pytest.raises(DeskError):
        shelf.load(name)


@pytest.fixture
def in_process(shelf):
    """Make the office's folder the one of this process for a while."""
    use(shelf.office)
    yield
    use(None)


def test_issues_are_printed_with_the_shelf_of_the_process(in_process, own, issue, printed):
    change(own("zhengwu", like="zhengwu"), "{issuer}", "编发单位：{issuer}")
    assert "编发单位：云岭县人民政府办公室" in printed(issue("正文"))[1][0]
    use(None)
    assert in_use().complaints() == []
    assert "编发单位" not in printed(issue("正文"))[1][0]
