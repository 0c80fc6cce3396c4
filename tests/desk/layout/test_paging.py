"""Blocks on pages of whole grid lines."""

from dataclasses import replace

from desk.layout.grid import GRIDS
from desk.layout.pdf import lay_out
from desk.layout.templates import load_template


def layouts(issue, fonts, chinese):
    """The same issue with its second item beginning anywhere on the page."""
    template = load_template("zhengwu")
    for count in range(22):
        text = "\n".join(["中"] * count)
        content = issue(text, "一、标题\n" + chinese(60), contents_list=False)
        yield lay_out(content, template, fonts)[1]


def test_a_title_is_never_the_last_line_of_a_page(issue, fonts, chinese):
    for paged in layouts(issue, fonts, chinese):
        for page in paged.pages:
            assert not page[-1].block.keep or page is paged.pages[-1]


def test_a_contents_line_is_not_cut_by_the_page(issue, fonts, chinese):
    content = issue(*["甲"] * 40)
    long = [replace(item, title=chinese(30)) for item in content.sections[0].items]
    content = replace(content, sections=(replace(content.sections[0], items=tuple(long)),))
    _, paged = lay_out(content, load_template("zhengwu"), fonts)
    entries = [part for page in paged.pages for part in page if getattr(part.block, "entry", "")]
    assert [part.end - part.start for part in entries] == [2] * 40


def test_no_page_holds_more_than_22_lines(issue, fonts, chinese):
    for paged in layouts(issue, fonts, chinese):
        for page in paged.pages:
            ends = [part.row + (part.end - part.start) * part.block.look.rows for part in page]
            assert max(ends) <= GRIDS["full"].lines


def test_no_page_but_the_first_begins_with_a_blank_line(issue, fonts, chinese):
    for paged in layouts(issue, fonts, chinese):
        tail = paged.pages[-1][0].block.keep
        assert all(page[0].row == 0 for page in paged.pages[: -1 if tail else None])


def test_the_tail_ends_in_the_last_line(issue, fonts, chinese):
    assert all(paged.pages[-1][-1].row == 21 for paged in layouts(issue, fonts, chinese))


def test_a_credit_line_is_never_alone_at_the_top_of_a_page(issue, fonts, chinese):
    for paged in layouts(issue, fonts, chinese):
        assert not any(getattr(page[0].block, "credit_of", "") for page in paged.pages)


def test_a_credit_that_would_be_alone_follows_the_last_character(issue, fonts):
    template = load_template("zhengwu")
    endings = set()
    for count in range(22):
        content = issue("\n".join(["中"] * count), "文", contents_list=False)
        layout, _ = lay_out(content, template, fonts)
        lines = [line.text for block in layout.blocks for line in getattr(block, "lines", ())]
        endings |= {line for line in lines if "供稿）" in line}
    assert any(line.startswith("（") for line in endings)
    assert any(line.startswith("中（") for line in endings)


def test_without_names_and_readers_there_is_no_tail(issue, fonts):
    bare = replace(issue("文"), send_to=(), editors="", reviewer="", signer="", copies=0)
    layout, paged = lay_out(bare, load_template("zhengwu"), fonts)
    assert layout.tail == ()
    assert len(paged.pages) == 1
