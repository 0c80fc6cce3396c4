from dataclasses import replace

from desk.drafts import Status
from desk.reasons import Reason
from desk.reports.charts import quality
from desk.reports.charts.chart import Paper
from tests.samples.page_faults import page_faults


def sending(survey):
    """The survey, where every third unit sent nothing and the others 1 to 9 drafts of each fate."""
    fates = Status.RELEASED, Status.RETURNED, Status.REJECTED, Status.NEW, Status.MERGED

    def sent(one):
        at = one.unit.id
        if at % 3 == 0:
            return one
        counts = {fate: (at * n) % 9 + 1 for n, fate in enumerate(fates, 1)}
        why = {"T01": counts[Status.RETURNED], "B99": counts[Status.REJECTED]}
        return replace(one, sent=replace(one.sent, by_status=counts, by_reason=why, late=at % 2))

    groups = (replace(group, units=tuple(map(sent, group.units))) for group in survey.groups)
    reason = Reason("T01", Status.RETURNED, "要素不全，时间、地点、单位、数字至少缺一样")
    return replace(survey, groups=tuple(groups), reasons={"T01": reason})


def test_every_draft_is_in_one_part(surveyed):
    survey = sending(surveyed("60"))
    found = [row for block in quality.figures(survey) for row in block.rows]
    assert len(found) == sum(one.sent.received > 0 for one in survey.units)
    for row in found:
        assert row.total == row.one.sent.received
        assert row.parts[quality.USED] == row.one.sent.adopted
        assert row.parts[quality.OPEN] == row.one.sent.waiting


def test_hovering_tells_all_parts_and_reasons(surveyed):
    row = quality.figures(sending(surveyed("5")))[0].rows[0]
    told = quality.told(row)
    assert f"来稿{row.one.sent.received}件" in told
    assert (
        f"要素不全，时间、地点、单位、数字至少缺一样{row.reasons['要素不全，时间、地点、单位、数字至少缺一样']}件"
        in told
    )
    assert "B99" in told  # a reason the office has deleted keeps its code


def test_no_text_is_cut_on_pages_with_reasons(surveyed):
    survey = sending(surveyed("60"))
    for paper in Paper:
        pages = quality.draw(survey, paper)
        assert [fault for page in pages for fault in page_faults(page, paper)] == []


def test_ledgers_of_old_years_have_no_drafts_to_judge(surveyed):
    (page,) = quality.draw(surveyed("5"), Paper.ACROSS)
    assert "没有登记来稿" in page.note
