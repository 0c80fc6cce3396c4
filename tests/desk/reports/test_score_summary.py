from desk.reports.score_summary import summary


def test_a_table_is_told_in_one_sentence(make_table):
    table = make_table(60)
    behind = sum(item.behind > 0 for item in table.units)
    zero = sum(item.zero for item in table.units)
    assert summary(table) == (
        "2026年1月1日至2026年9月30日，序时进度 75%；"
        f"60 个单位中，落后序时 {behind} 个，挂零 {zero} 个"
    )
