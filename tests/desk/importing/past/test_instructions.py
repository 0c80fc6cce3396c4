import pytest

from desk.importing.past.instructions import instructions


def read(text):
    return [(one.level, one.rank, one.tone) for one in instructions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省委书记、省长", [("省级", "主要领导", ""), ("省级", "主要领导", "")]),
        ("副省长；市长", [("省级", "其他领导", ""), ("市级", "主要领导", "")]),
        ("县长", [("县级", "主要领导", "")]),
        ("国务院领导", [("国家级", "", "")]),
        ("市政府副秘书长，市政府秘书长", [("市级", "副秘书长", ""), ("市级", "秘书长", "")]),
        ("省政府办公厅领导", [("省级", "办公室领导", "")]),
        ("自治区主席", [("省级", "主要领导", "")]),
        ("州长", [("市级", "主要领导", "")]),
        ("县委分管领导", [("县级", "其他领导", "")]),
        ("县人大主任", [("县级", "其他领导", "")]),
        ("省领导肯定性批示", [("省级", "", "肯定")]),
        ("县长批评", [("县级", "主要领导", "批评")]),
    ],
)
def test_levels_and_ranks_are_read_from_the_words(text, expected):
    assert read(text) == expected


def test_what_a_leader_wrote_is_no_further_instruction():
    assert read("县长批示：请水利局、分管副县长研究，抓好落实。") == [("县级", "主要领导", "")]
    assert read("市长“很好，请各县区、局长阅”；副市长") == [
        ("市级", "主要领导", ""),
        ("市级", "其他领导", ""),
    ]
    assert read("县长：工作不力，提出批评") == [("县级", "主要领导", "批评")]


def test_two_offices_of_one_person_are_one_instruction():
    assert read("县委副书记、县长") == [("县级", "主要领导", "")]
    assert read("市委常委、副市长") == [("市级", "其他领导", "")]
    assert read("县委常委") == [("县级", "其他领导", "")]


def test_names_alone_are_one_instruction_each():
    assert len(instructions("张伟、李强")) == 2


def test_a_sentence_without_a_leader_is_one_instruction():
    assert len(instructions("请有关部门阅研，抓紧办理")) == 1


@pytest.mark.parametrize("text", ["", "无", "—", "0"])
def test_nothing_is_no_instruction(text):
    assert instructions(text) == ()


def test_a_tick_or_a_number_says_how_many():
    assert [len(instructions(text)) for text in ("√", "有", "3")] == [1, 1, 3]


def test_a_label_in_front_does_not_matter():
    assert read("领导批示：省长") == [("省级", "主要领导", "")]
