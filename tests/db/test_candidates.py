"""Drafts as they are chosen for an issue."""

from dataclasses import replace


def test_a_candidate_says_what_its_draft_does(work, draft_of):
    draft = work.drafts.add(draft_of("第一篇"), "王五")
    found = work.drafts.candidates([draft.id, 999])
    assert len(found) == 1
    fields = ("id", "title", "status", "received", "channel", "unit_ids", "kind", "urgency")
    for name in (*fields, "event_date", "due", "revision", "item_id"):
        assert getattr(found[0], name) == getattr(draft, name)


def test_candidates_come_in_the_order_asked_for(work, draft_of):
    ids = [work.drafts.add(draft_of(f"第{number}篇"), "王五").id for number in range(3)]
    assert [one.id for one in work.drafts.candidates(ids[::-1])] == ids[::-1]


def test_a_version_names_its_original_and_its_publication(work, draft_of, publication):
    first = work.drafts.add(draft_of("第一篇"), "王五")
    made = replace(draft_of("第一篇"), version_of=first.id, carrier_id=publication.id)
    version = work.drafts.candidates([work.drafts.add(made, "王五").id])[0]
    assert (version.item_id, version.carrier_id) == (first.id, publication.id)
