"""Drafts as forty offices lay them out (offices.toml), and others never tuned on (unseen.toml)."""


def test_every_field_of_an_office_s_draft_is_recognised(office_draft, written):
    _found, shown = written.recognised(office_draft)
    expected = dict(office_draft.expected)
    for name in office_draft.entry.get("unsaid", ()):
        expected[name] = written.EMPTY[name]
    assert shown == expected


def test_what_is_not_in_doubt_is_right_on_unseen_drafts(written):
    told = [
        verdict
        for case in written.cases("unseen")
        for verdict in written.verdicts(case)
        if verdict.is_told and verdict.is_sure and verdict.field in (*written.SINGLE, "units")
    ]
    assert sum(verdict.is_right for verdict in told) >= 0.98 * len(told)
