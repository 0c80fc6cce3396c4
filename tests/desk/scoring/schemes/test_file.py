"""Schemes written in files and read again."""

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import FactKind
from desk.paths import RESOURCES
from desk.scoring.clauses.condition import NUMBERS, Ask, Condition, Trait
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.share import EVEN, FULL, PORTION, Share, Way
from desk.scoring.scheme import TABLES
from desk.scoring.schemes.coding import SchemeFormatError, document_of, scheme_of, with_document
from desk.scoring.schemes.condition_text import CHOICES, condition_text, parse_condition
from desk.scoring.schemes.file import dump, load, read_file
from desk.scoring.schemes.rows import CarrierRow, GridRow, Head, SchemeFile, WindowRow

HEAD = '"名称" = "办法"\n"执行日期" = 2026-01-01\n'


def _all(kind):
    return st.sampled_from([one for one in kind if one is not FactKind.REVERSAL])


WORDS = st.text("甲乙丙《》“、：#\"\\'=[]{}a1 ", min_size=1, max_size=6).map(
    lambda one: " ".join(one.split()) or "甲"
)
NAMES = st.text("甲乙丙《》a1", min_size=1, max_size=6)
FIGURES = st.decimals(-99999, 99999, places=3)
FRACTIONS = st.fractions(-99, 99, max_denominator=999)
DAYS = st.tuples(st.integers(1, 12), st.integers(1, 28))
LIMITS = st.builds("{}{}".format, st.sampled_from(["≥", ">", "≤", "<", "=", ""]), st.integers(0, 9))
SHARES = st.sampled_from([FULL, EVEN, PORTION]) | st.builds(
    Share, st.sampled_from([Way.FIXED, Way.RATIO]), FIGURES
)


@st.composite
def conditions(draw):
    traits = draw(st.lists(st.sampled_from(Trait), unique=True, max_size=3))
    asks = []
    for trait in traits:
        values = st.sampled_from(CHOICES[trait]) if trait in CHOICES else NAMES
        values = LIMITS if trait in NUMBERS else values
        asks.append(Ask(trait, tuple(draw(st.lists(values, min_size=1, max_size=3, unique=True)))))
    return Condition(tuple(asks))


SIMPLE = {
    tuple[int, int]: DAYS,
    tuple[tuple[str, Fraction], ...]: st.dictionaries(NAMES, FRACTIONS, max_size=2).map(
        lambda one: tuple(one.items())
    ),
    int: st.integers(1, 12),
    str: NAMES,
    Decimal: FIGURES,
    Fraction: FRACTIONS,
    bool: st.booleans(),
    date: st.dates(),
    Share: SHARES,
    Condition: conditions(),
}


def _values(wanted):
    inner = get_args(wanted)
    if wanted in SIMPLE:
        return SIMPLE[wanted]
    if type(None) in inner:
        return st.none() | _values(inner[0])
    return st.lists(_values(inner[0]), max_size=3).map(tuple) if inner else _all(wanted)


def _rows(kind):
    hints = get_type_hints(kind)
    values = {
        one.name: _values(hints[one.name])
        if one.default is MISSING
        else st.just(one.default) | _values(hints[one.name])
        for one in fields(kind)
    }
    return st.builds(kind, **values)


def _tables(*kinds):
    lists = [st.lists(_rows(kind), max_size=1) for kind in kinds]
    return st.tuples(*lists).map(lambda held: tuple(row for rows in held for row in rows))


HEADS = st.builds(
    Head,
    name=WORDS,
    valid_from=st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    source=WORDS,
    progress=st.just(tuple(Decimal(n) for n in range(12))),
)
FILES = st.builds(
    SchemeFile, HEADS, _tables(CarrierRow), _tables(WindowRow), _tables(GridRow), _tables(*TABLES)
)


@given(FILES)
def test_every_scheme_comes_back_from_its_file_and_is_written_alike(file):
    text = dump(file)
    assert load(text) == file
    assert dump(load(text)) == text


@given(FILES)
def test_every_scheme_comes_back_from_the_store_s_document(file):
    bare = SchemeFile(file.head, (), file.windows, (), file.clauses)
    scheme = scheme_of(bare, ())
    assert with_document(scheme, document_of(scheme)) == scheme


@given(conditions())
def test_every_condition_comes_back_from_its_line(condition):
    assert parse_condition(condition_text(condition)) == condition


def test_the_manual_s_example_is_read():
    page = (RESOURCES / "manual" / "05b-scheme.md").read_text(encoding="utf-8")
    file = load(page.split("```")[1])
    assert file.head.name == "2026年计分办法"
    assert file.grid[0].composite == Decimal("0.5")


def test_keys_and_words_may_stand_without_quotes():
    text = """名称 = “2026年“办法  # 说明：“引号”
执行日期 = 2026-01-01
[[分值]]
事项 ＝ 批示
条件 = { 级别 = [省级, "市级"]， 字数 = ≥600 }
分值 = 0.1"""
    file = load(text.replace("“2026年“办法", "“2026年办法”"))
    assert file.head.name == "2026年办法"
    (row,) = file.clauses
    assert isinstance(row, Points)
    assert condition_text(row.when) == "级别：省级、市级；字数：≥600"
    assert row.points == (Decimal("0.1"),)


def test_all_that_is_wrong_is_told_at_once_with_its_place():
    text = (
        HEAD
        + '"年度起始" = 3\n[["分值"]]\n"事项" = "批视"\n"级別" = "省级"\n"分值" = "10分"\n'
        + '[["分值"]]\n"条件" = { "层级" = "省" }\n[["任务"]]\n"周期" = "季度"\n[["分数"]]\n'
    )
    with pytest.raises(SchemeFormatError) as caught:
        load(text)
    told = (
        "没有“年度起始”这一项或这张表。是不是“年度起始月”？",
        "没有“分数”这一项或这张表。是不是“分值”？",
        "[[分值]] 第 1 行：“事项”：不能写“批视”。是不是“批示”？",
        "[[分值]] 第 1 行：没有“级別”这一项。可以写的有：编号、依据、条件",
        "[[分值]] 第 1 行：“分值”：“10分”不是能用的数。请写成 10、0.5",
        "[[分值]] 第 2 行：“条件”：“层级”不能写“省”，只能写：本级、市级、省级",
        "[[任务]] 第 1 行：“周期”：不能写“季度”。是不是“季”？",
        "[[任务]] 第 1 行：缺“名称”（在通报和看板上的名字）。",
    )
    for complaint, start in zip(caught.value.complaints, told, strict=True):
        assert complaint.startswith(start)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"名称" = "办法\n', '第 1 行“"名称" = "办法”：引号没有在同一行里成对'),
        ("名称 = 甲\n名称 = 乙\n", "第 2 行“名称 = 乙”：同一个键写了两次"),
        ("\n名称 甲\n", "第 2 行“名称 甲”：键后面缺等号"),
        ("[[分值]\n", "第 1 行"),
        ("条件 = " + "[" * 5000, "括号套得太深"),
        ("年度起始月 = " + "9" * 5000, "有一个数长得读不了"),
        ("年度起始月 = 0x" + "f" * 5000, "有一个数长得读不了"),
    ],
)
def test_what_is_no_toml_is_told_by_its_line(text, told):
    with pytest.raises(SchemeFormatError) as caught:
        load(text)
    assert str(caught.value).startswith(told)


def test_a_file_saved_by_an_old_notepad_is_read(tmp_path):
    path = tmp_path / "办法.toml"
    path.write_bytes(HEAD.encode("gb18030"))
    assert read_file(path).head.name == "办法"


def test_defaults_are_left_out_and_figures_are_short():
    file = load(HEAD + '[["分值"]]\n"分值" = ["10.50", 5]\n"计条" = "50%"\n"每" = "次"\n')
    assert dump(file).endswith('[["分值"]]\n"分值" = ["10.5", "5"]\n"计条" = "0.5"\n')


def test_conditions_and_lists_may_be_written_as_in_the_window():
    row = (
        '[["分值"]]\n"条件" = "级别：省级；字数：≥600"\n"分值" = "10、5"\n"被取代" = "采用、批示"\n'
    )
    (clause,) = load(HEAD + row).clauses
    assert condition_text(clause.when) == "级别：省级；字数：≥600"
    assert clause.points == (Decimal(10), Decimal(5))
    assert clause.replaced_by == (FactKind.ADOPTION, FactKind.INSTRUCTION)
