"""The bulletins as they are delivered: whole sentences, whatever there is to tell."""

import re
from datetime import date
from itertools import pairwise

import pytest

from desk.bulletins.marks import lines_of
from desk.bulletins.options import BulletinOptions, usual_options, wording_key
from desk.bulletins.passages import written
from desk.bulletins.template import fill
from desk.bulletins.values import ENTRIES, examples, values_of
from desk.bulletins.wording import shipped
from desk.checks.numerals import chinese
from desk.scoring.clauses.clause import Span
from desk.surveys.surveying import survey

KEYS = tuple(wording_key(one) for one in (Span.MONTH, Span.QUARTER, Span.HALF, Span.YEAR))
FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
OFFICES = ("5", "60", "200", "zeros", "giant", "negative")
BROKEN = re.compile(
    r"[，、；：][，、；：。）]|。。|（）|《》|[（《][，、；。]|[{}〔〕【】]|^[，、；：。]|None"
    r"|\s|条条|各各|[^。：）》]$"
)


def texts(template, values):
    return [re.sub("^【.+?】", "", one.text) for one in fill(template, values)]


def faults(told: list[str]) -> list[str]:
    """Paragraphs that break off; title and signature, headings apart, end as they should."""
    body = [one for one in told[2:-1] if not re.match("[一二三四五六七八九十]+、", one)]
    return [one for one in body if BROKEN.search(one)]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("office", OFFICES)
def test_no_sentence_is_broken_whatever_the_office(surveyed, key, office):
    values = values_of(surveyed(office), BulletinOptions())
    assert faults(texts(shipped(key).text, values)) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("longest", [0, 3])
def test_no_sentence_is_broken_in_an_office_that_has_just_begun(county, key, longest):
    values = county.values(longest=longest)
    assert faults(texts(shipped(key).text, values)) == []


@pytest.mark.parametrize("key", KEYS)
def test_an_office_without_units_has_no_heading_over_nothing(store, key):
    empty = survey(store, FIRST, LAST, office="云岭县人民政府办公室", today=LAST)
    told = written(empty, shipped(key).text, BulletinOptions())
    assert faults([one.text for one in told]) == []
    body = [one.level for one in told if one.key not in ("title", "to", "signed")]
    assert not any(one and other for one, other in pairwise(body))


@pytest.mark.parametrize("key", KEYS)
def test_headings_are_numbered_without_gaps(surveyed, key):
    told = texts(shipped(key).text, values_of(surveyed("zeros"), BulletinOptions()))
    heads = [one.partition("、")[0] for one in told if re.match("[一二三四五六七八九十]+、", one)]
    assert heads == [chinese(at) for at in range(1, len(heads) + 1)]


@pytest.mark.parametrize("key", KEYS)
def test_no_heading_stands_over_nothing(surveyed, key):
    for office in OFFICES:
        told = written(surveyed(office), shipped(key).text, BulletinOptions())
        body = [one.level for one in told if one.key not in ("title", "to", "signed")]
        assert not any(one and other for one, other in pairwise(body))
        assert not body[-1]


@pytest.mark.parametrize("key", KEYS)
def test_all_names_of_the_delivered_wordings_are_known(key):
    names = {name for line in lines_of(shipped(key).text) for name in line.names}
    assert names <= ENTRIES.keys()
    assert fill(shipped(key).text, examples())


def test_a_quarter_reads_as_it_would_be_signed(quarter):
    found = quarter.survey()
    span = found.stretch.span
    told = [
        one.text for one in written(found, shipped(wording_key(span)).text, usual_options(span))
    ]
    assert told[:4] == [
        "关于2026年第二季度全县政务信息工作情况的通报",
        "各乡镇、街道，各部门、各单位：",
        "按照《计分办法》，现将2026年第二季度全县政务信息报送、采用和任务完成情况通报如下。",
        "一、总体情况",
    ]
    assert told[4] == (
        "本季度，全县6个单位共报送政务信息6条次，采用4条次，采用率66.7%，得分合计15分。"
        "多个单位联合报送、综合采用的信息按1条计算，实际刊用3条。按刊物层级分，本级3条。"
        "有报送的单位4个，有采用的单位4个。"
    )
    assert told[-1] == "云岭县人民政府办公室"


def test_every_name_is_explained_with_an_example():
    for entry in ENTRIES.values():
        assert entry.about
        assert entry.example
        assert not entry.about.endswith("。")
