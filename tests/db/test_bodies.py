"""Bodies survive the store unchanged."""

from hypothesis import given
from hypothesis import strategies as st

from db.bodies import from_json, to_json
from desk.body import Body, Level, Paragraph, Picture, Run, Size, Table

TEXT = st.text(st.characters(codec=None), max_size=20)
RUNS = st.builds(Run, TEXT, st.booleans())
SOURCES = st.integers(0, 9)
PARAGRAPHS = st.builds(
    Paragraph, st.lists(RUNS, max_size=3).map(tuple), st.sampled_from(Level), SOURCES
)
ROWS = st.integers(0, 3).flatmap(
    lambda width: st.lists(st.tuples(*[TEXT] * width), max_size=3).map(tuple)
)
TABLES = st.builds(Table, ROWS, st.integers(0, 2), TEXT, SOURCES)
PIXELS = st.integers(0, 9999)
PICTURES = st.builds(Picture, TEXT, PIXELS, PIXELS, TEXT, SOURCES, st.sampled_from(Size))
BODIES = st.builds(Body, st.lists(PARAGRAPHS | TABLES | PICTURES, max_size=5).map(tuple))


@given(BODIES)
def test_a_body_comes_back_as_it_was(body):
    text = to_json(body)
    assert from_json(text) == body
    text.encode("utf-8")
