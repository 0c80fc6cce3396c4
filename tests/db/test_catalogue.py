"""Publications with sections, and schemes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from desk.errors import NotAllowedError, NotFoundError
from desk.publications import (
    Appearance,
    Numbering,
    Publication,
    Recipient,
    Retention,
    Rhythm,
    Schedule,
    Section,
    Signature,
    Tier,
    Way,
)
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.items import Points, Repeat
from desk.scoring.clauses.periods import Limit
from desk.scoring.progress.pace import PaceWay
from desk.scoring.scheme import (
    CarrierClass,
    JointShare,
    PointRule,
    Purpose,
    Scheme,
    Window,
)
from desk.scoring.schemes.condition_text import parse_condition


def test_a_publication_comes_back_as_it_was_saved(work, publication):
    saved = work.catalogue.save_publication(
        Publication(
            "每日要情", (Section("要情"),), "daily", Tier.CITY, 30, ("报：县长",), active=False
        )
    )
    assert work.catalogue.publications() == [publication, saved]
    assert saved.id
    assert saved.sections[0].id


def test_what_is_decided_about_a_publication_comes_back(work, publication):
    decided = replace(
        publication,
        readers="县委、县政府领导",
        mark="秘密",
        controlled=True,
        retention=Retention.LONG,
        schedule=Schedule(Rhythm.WEEKLY, (2, 4), date(2026, 11, 2)),
        numbering=Numbering(yearly=False, specials_apart=True),
        signature=Signature("周文清"),
        recipients=(Recipient(Way.REPORT, "县委书记", 2), Recipient(Way.ISSUE, "河东镇")),
        appearance=Appearance("云岭信息", 56.0, 0.0, contents="never"),
    )
    work.catalogue.save_publication(decided)
    assert work.catalogue.publications() == [decided]


def test_sections_can_be_added_renamed_moved_and_removed(work, publication):
    news, briefs = publication.sections
    changed = replace(
        publication, sections=(Section("经验", 0), replace(briefs, name="快讯", position=5))
    )
    saved = work.catalogue.save_publication(changed)
    assert [section.name for section in saved.sections] == ["经验", "快讯"]
    assert saved.sections[1].id == briefs.id
    assert saved.section(news.id) is None
    assert work.catalogue.publications() == [saved]


def test_a_section_with_points_stays(work, publication):
    news = publication.sections[0]
    rules = (PointRule(publication.id, Decimal(2), news.id),)
    work.catalogue.save_scheme(Scheme("办法", date(2026, 1, 1), rules))
    with pytest.raises(NotAllowedError, match="栏目“信息”已有"):
        work.catalogue.save_publication(replace(publication, sections=publication.sections[1:]))


def test_names_are_given_once_and_foreign_sections_refused(work, publication):
    with pytest.raises(NotAllowedError, match="刊物“政务信息”已经有了"):
        work.catalogue.save_publication(replace(publication, id=0))
    with pytest.raises(NotFoundError, match="不是这个刊物的栏目"):
        work.catalogue.save_publication(Publication("别的", (Section("信息", id=1),)))


def test_a_scheme_comes_back_with_its_rules_in_order_and_exact(work, publication):
    section = publication.sections[1].id
    rules = (
        PointRule(publication.id, Decimal("0.10"), section, Decimal("0.05")),
        PointRule(publication.id, Decimal(3)),
    )
    late = work.catalogue.save_scheme(Scheme("新办法", date(2026, 1, 1), rules, JointShare.SPLIT))
    early = work.catalogue.save_scheme(Scheme("旧办法", date(2025, 1, 1), rules[::-1]))
    assert work.catalogue.schemes() == [early, late]
    assert str(late.rules[0].points) == "0.10"
    changed = work.catalogue.save_scheme(replace(late, rules=rules[1:]))
    assert work.catalogue.schemes() == [early, changed]


def test_unknown_numbers_are_sentences(work, publication):
    with pytest.raises(NotFoundError, match="刊物"):
        work.catalogue.save_publication(replace(publication, name="别的", id=99))
    with pytest.raises(NotFoundError, match="计分办法"):
        work.catalogue.save_scheme(Scheme("办法", date(2026, 1, 1), (), id=99))


def test_a_scheme_comes_back_with_its_clauses_carriers_and_periods(work, publication):
    saved = work.catalogue.save_scheme(
        Scheme(
            "稿酬办法",
            date(2026, 1, 1),
            (PointRule(publication.id, Decimal(20)),),
            purpose=Purpose.FEES,
            source="云政办发〔2026〕1号",
            start_month=8,
            carriers=(CarrierClass("政务信息", "内刊"),),
            windows=(Window(Span.QUARTER, "三季度", (7, 1), (10, 9)),),
            clauses=(
                Limit(components=("采用分",), most=Decimal(100)),
                Points(when=parse_condition("版位：头版"), points=(Decimal("0.5"),)),
                Repeat(),
                Points(points=(Decimal(0),)),
            ),
            pace=PaceWay.WORKDAYS,
        )
    )
    assert [type(one) for one in saved.clauses] == [Points, Points, Repeat, Limit]
    assert work.catalogue.schemes() == [saved]


def test_a_scheme_of_a_former_version_loads_unchanged(work, publication):
    saved = work.catalogue.save_scheme(Scheme("办法", date(2026, 1, 1), ()))
    work.catalogue._session.execute(text("UPDATE schemes SET document = '{}'"))
    work.catalogue._session.expire_all()
    assert work.catalogue.schemes() == [saved]


def test_a_scheme_and_an_unused_publication_can_be_taken_away_again(work, publication):
    rules = (PointRule(publication.id, Decimal(2)),)
    scheme = work.catalogue.save_scheme(Scheme("办法", date(2026, 1, 1), rules))
    with pytest.raises(NotAllowedError, match="不能删除"):
        work.catalogue.delete_publication(publication.id)
    assert work.catalogue.publications() == [publication]
    work.catalogue.delete_scheme(scheme.id)
    work.catalogue.delete_publication(publication.id)
    assert work.catalogue.schemes() == work.catalogue.publications() == []
