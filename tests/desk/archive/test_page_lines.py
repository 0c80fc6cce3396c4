"""Items are found again in the text of the pages."""

from desk.archive.page_lines import joined, lines_of, stretches

FIRST = """政务信息
第93期
目　录
【信息】
县水利局抢修水毁工程 …………………… 1
城关镇探索积分制管理取得实效 …… 2
【信息】
县水利局抢修水毁工程
连日来，县水利局抢修水毁工程35处，投入
— 1 —"""
SECOND = """机械12台。
【简讯】
城关镇探索积分制管理
取得实效
城关镇引入APP
Plus平台。
报：县委书记、县长
编辑：王敏　共印30份
— 2 —"""
TITLES = ["县水利局抢修水毁工程", "城关镇探索积分制管理取得实效"]


def found(titles=TITLES, pages=(FIRST, SECOND)):
    return stretches(lines_of(pages), titles, {"信息", "简讯"})


def test_an_items_text_goes_from_its_title_to_the_next_heading():
    item = found()[0]
    assert item.text == "连日来，县水利局抢修水毁工程35处，投入机械12台。"


def test_the_contents_list_is_no_item():
    assert [item.page for item in found()] == [1, 2]


def test_a_contents_list_without_page_numbers_is_no_item():
    page = f"目录\n{TITLES[0]}\n防汛\n{TITLES[0]}\n抢修35处。\n防汛\n值守到位。"
    texts = [item.text for item in found([TITLES[0], "防汛"], [page])]
    assert texts == ["抢修35处。", "值守到位。"]


def test_a_text_that_goes_on_overleaf_knows_where_the_page_turns():
    item = found()[0]
    assert item.text[item.turns[0] :] == "机械12台。"


def test_a_title_of_two_lines_is_found_and_the_foot_is_left_out():
    assert found()[1].text == "城关镇引入APP Plus平台。"


def test_a_title_that_was_not_printed_leaves_the_others_whole():
    items = found(["没有印过的标题", *TITLES])
    assert items[0] is None
    assert [item.page for item in items[1:]] == [1, 2]


def test_an_issue_without_pages_has_no_texts():
    assert found(pages=()) == [None, None]


def test_chinese_lines_are_joined_without_a_blank():
    assert joined(["整改", "隐患35", "处", "5G", "network"]) == "整改隐患35处5G network"


def test_a_numbered_title_with_the_text_in_the_same_line_is_found():
    page = "目录\n1.县水利局抢修水毁工程……1\n1. 县水利局抢修水毁工程。连日来，\n抢修35处。"
    item = found(TITLES[:1], [page])[0]
    assert item.text == "。连日来，抢修35处。"


def test_a_title_that_begins_with_a_figure_is_found():
    assert found(["3.5亿元到位"], ["3.5亿元到位\n资金全部到位。"])[0].text == "资金全部到位。"
