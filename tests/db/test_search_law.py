"""The index finds exactly what a plain scan of every text finds."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desk.body import Body, Paragraph, Picture, Run, Table
from desk.drafts import DraftQuery, Original, Revision

SIGNS = "路灯修好了期第县教ab1209GＧ２１％%，。.,-—《》“”\"*'（）(:/é…㎡⑴ﬁß Σς\u3000\u200b😀𠮷"
TEXTS = st.text(SIGNS, max_size=14) | st.text("路灯修12a，", max_size=14)
LINES = st.lists(TEXTS, max_size=3)
FIELDS = st.sampled_from(("author", "phone", "approver", "remark", "signed_as"))
SLOW = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def normal(words):
    """The normal form, said in another way than the program's."""
    seen = "".join(sign for sign in words if sign != "\u200b")
    return unicodedata.normalize("NFKC", seen).casefold()


def scanned(draft, words):
    """Whether every word stands in some line of the draft."""
    lines = [draft.title, draft.author, draft.phone, draft.approver, draft.remark, draft.signed_as]
    lines += [*draft.topics, draft.original.name]
    for body in (draft.body, draft.original.body):
        lines += [paragraph.text for paragraph in body.paragraphs]
        for table in (block for block in body.blocks if isinstance(block, Table)):
            lines += [table.caption, *(cell for row in table.rows for cell in row)]
        lines += [block.caption for block in body.blocks if isinstance(block, Picture)]
    return all(any(word in normal(line) for line in lines) for word in normal(words).split())


@st.composite
def bodies(draw):
    blocks = [Paragraph((Run(line),)) for line in draw(LINES)]
    if draw(st.booleans()):
        blocks.append(
            Table((tuple(draw(st.lists(TEXTS, min_size=1, max_size=3))),), 1, draw(TEXTS))
        )
    if draw(st.booleans()):
        blocks.append(Picture("x", 1, 1, draw(TEXTS)))
    return Body(tuple(blocks))


@st.composite
def queries(draw, around):
    """A piece of what is there, its pairs put together otherwise, or anything."""
    found = [line for line in around if line.strip()]
    how = draw(st.sampled_from(("piece", "pairs", "anything"))) if found else "anything"
    if how == "anything":
        return draw(st.text(SIGNS, min_size=1, max_size=6))
    line = draw(st.sampled_from(found))
    start = draw(st.integers(0, len(line) - 1))
    length = draw(st.integers(1, 6))
    if how == "piece":
        return line[start : start + length]
    walk = line[start]
    for _ in range(length):
        after = [line[at + 1] for at in range(len(line) - 1) if line[at] == walk[-1]]
        walk += draw(st.sampled_from(after)) if after else ""
    return walk


@pytest.fixture
def emptied(work):
    """Take back what one example wrote."""

    def empty():
        for table in (
            "draft_search",
            "draft_search_texts",
            "revisions",
            "originals",
            "draft_topics",
        ):
            work.drafts._session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - ours
        work.drafts._session.execute(text("DELETE FROM drafts"))
        work.drafts._session.expire_all()
        work.drafts._session.expunge_all()

    return empty


@SLOW
@given(st.data())
def test_the_index_finds_what_a_scan_finds(work, draft_of, now, emptied, data):
    emptied()
    kept = {}
    for _ in range(data.draw(st.integers(1, 3))):
        original = Original(data.draw(TEXTS), "", data.draw(bodies()))
        draft = replace(draft_of(data.draw(TEXTS)), body=data.draw(bodies()), original=original)
        kept_one = work.drafts.add(draft, "王五")
        kept[kept_one.id] = kept_one
    at = data.draw(st.sampled_from(sorted(kept)))
    match data.draw(st.sampled_from(("nothing", "text", "field", "topics"))):
        case "text":
            revision = Revision(0, now, "王五", "", data.draw(TEXTS), data.draw(bodies()))
            kept[at] = work.drafts.revise(kept[at], revision)
        case "field":
            work.drafts.save(replace(kept[at], **{data.draw(FIELDS): data.draw(TEXTS)}))
        case "topics":
            work.drafts.save(replace(kept[at], topics=tuple(set(data.draw(LINES)))))
    kept[at] = work.drafts.get(at)
    texts = [
        text for draft in kept.values() for text in (draft.title, draft.body.text, draft.phone)
    ]
    for _ in range(8):
        words = data.draw(queries(texts))
        expected = {draft.id for draft in kept.values() if scanned(draft, words)}
        if normal(words).strip():
            assert set(work.drafts.ids(DraftQuery(words))) == expected, words
