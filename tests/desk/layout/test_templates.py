"""Template folders: each one's sample prints; a faulty one is refused by name."""

import shutil
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from desk.errors import DeskError
from desk.layout.pdf import render_pdf
from desk.layout.shelf import sample_issue
from desk.layout.styles import fill
from desk.layout.templates import TEMPLATES, load_template, template_names
from desk.layout.word import render_docx


@pytest.mark.parametrize("folder", template_names())
def test_the_sample_of_every_template_prints_whole(folder, printed):
    content = sample_issue(folder)
    pages, texts = printed(content)
    whole = "".join(page.removesuffix(f"—{at}—") for at, page in enumerate(texts, 1))
    for section in content.sections:
        for item in section.items:
            for paragraph in item.body.paragraphs:
                assert "".join(paragraph.text.split()) in whole
            assert "、".join(item.units) in whole
            assert item.title in texts[pages.starts[item.key] - 1]
    assert pages.warnings == ()


@pytest.mark.parametrize("folder", template_names())
def test_both_files_of_every_sample_say_the_same(folder, printed, written):
    content = replace(sample_issue(folder), contents_list=False)
    _, texts = printed(content)
    pages = (page.removesuffix(f"—{at}—") for at, page in enumerate(texts, 1))
    runs = written(content).element.body.iter(qn("w:t"))
    assert "".join("".join((run.text or "").split()) for run in runs) == "".join(pages)


@pytest.mark.parametrize("folder", template_names())
def test_every_sample_gives_equal_bytes_twice(folder, fonts):
    content = sample_issue(folder)
    first, second = (render_pdf(content, {}, fonts) for _ in range(2))
    assert first.pdf == second.pdf
    words = [render_docx(content, {}, first, fonts) for _ in range(2)]
    assert words[0] == words[1]


@pytest.mark.parametrize("folder", template_names())
def test_every_head_says_series_number_and_correction(folder, printed):
    content = replace(sample_issue(folder), series="特刊", number=4, total=0, correction="更正")
    assert "特刊第4期（更正）" in printed(content)[1][0]


@pytest.mark.parametrize("folder", template_names())
def test_every_template_has_a_short_name_of_its_own(folder):
    titles = [load_template(one).title for one in template_names()]
    assert titles.count(load_template(folder).title) == 1


def test_sections_are_numbered_and_named_as_the_issue_says(printed):
    content = sample_issue("yizhou")
    first, second, *rest = content.sections
    renamed = replace(second, heading="重点工程")
    _, texts = printed(replace(content, sections=(first, renamed, *rest)))
    assert "".join(texts).count("二、重点工程") == 2  # in the contents list too
    assert "项目建设" not in "".join(texts)


def test_a_new_template_needs_no_python(tmp_path):
    shutil.copytree(TEMPLATES / "meiri", tmp_path / "zhuanbao")
    assert template_names(tmp_path) == ["zhuanbao"]
    assert load_template("zhuanbao", tmp_path).masthead == load_template("meiri").masthead


def test_a_page_that_cannot_be_set_is_named(tmp_path, issue, fonts):
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    (tmp_path / "templates/zhengwu/page.typ").write_text("#unknown()", "utf-8")
    template = load_template("zhengwu", tmp_path / "templates")
    with pytest.raises(DeskError, match=r"“zhengwu”的page\.typ第1行有错.*unknown"):
        render_pdf(issue("正文"), {}, fonts, template)


def test_a_missing_folder_is_named():
    with pytest.raises(DeskError, match="“没有”"):
        load_template("没有")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('credit = "（{units}）"\n', "", "item.credit"),
        ('when = "pages"', 'when = "often"', "contents.when"),
        ('face = "黑体"', 'face = "华文彩云"', "face"),
        ("lines = 2", "rows = 2", "masthead.rows"),
        ("size = 42", 'size = "大"', "masthead.size"),
        ("[contents]", "[contents", "template.toml"),
    ],
)
def test_a_fault_is_named_with_its_folder(tmp_path, old, new, named):
    folder = tmp_path / "zhuanbao"
    shutil.copytree(TEMPLATES / "meiri", folder)
    manifest = folder / "template.toml"
    manifest.write_text(manifest.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(DeskError, match=f"“zhuanbao”.*{named}"):
        load_template("zhuanbao", tmp_path)


def test_a_bracketed_part_goes_when_its_field_is_empty():
    assert fill("第{n}期[（总第{total}期）]", {"n": "3", "total": ""}) == "第3期"
    assert fill("第{n}期[（总第{total}期）]", {"n": "3", "total": "9"}) == "第3期（总第9期）"


def test_a_title_with_brackets_and_braces_prints_as_it_is(issue, printed):
    content = issue("正文")
    item = replace(content.sections[0].items[0], title="[甲]{units}乙")
    section = replace(content.sections[0], items=(item,))
    _, texts = printed(replace(content, sections=(section,)))
    assert texts[0].count("[甲]{units}乙") == 2


def test_short_items_of_a_daily_run_on_with_their_number(printed):
    _, texts = printed(sample_issue("meiri"))
    assert "3.县城东片区供水恢复正常。因主管爆裂" in texts[0]


def test_a_daily_of_one_page_has_no_contents_list(printed):
    content = sample_issue("meiri")
    section = replace(content.sections[0], items=content.sections[0].items[:2])
    pages, texts = printed(replace(content, sections=(section,)))
    assert pages.page_count == 1
    assert "…" not in texts[0]
