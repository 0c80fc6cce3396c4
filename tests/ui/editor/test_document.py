"""A body becomes a document and comes back the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desk.body import Body, Level, Paragraph, Picture, Run, Size, Table, plain
from ui.editor import document as documents
from ui.editor.offsets import units

_CHARS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufdd0\ufdd1\ufffc"
)
_TEXT = st.text(_CHARS, max_size=12) | st.sampled_from(["一、加强领导。", "（二）𠮷林🙂", "1.查"])
_RUNS = st.lists(st.builds(Run, _TEXT, st.booleans()), max_size=4).map(tuple)
_CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # a cell may hold anything
_SOURCES = st.integers(0, 99)
_ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(_CELL, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
    ).map(tuple)
)
_BLOCKS = st.one_of(
    st.builds(Paragraph, _RUNS, st.sampled_from(Level), _SOURCES),
    st.builds(Table, _ROWS, st.integers(0, 3), _CELL, _SOURCES),
    st.builds(
        Picture,
        st.just("ab12"),
        st.integers(1, 900),
        st.integers(1, 900),
        _CELL,
        _SOURCES,
        st.sampled_from(Size),
    ),
)
_BODIES = st.builds(Body, st.lists(_BLOCKS, max_size=6).map(tuple)).map(documents.normal)


@pytest.fixture(scope="module")
def document(qapp):
    """A document in a face of a known size."""
    made = QTextDocument()
    font = QFont("FandolFang")
    font.setPixelSize(18)
    made.setDefaultFont(font)
    return made


@settings(max_examples=150, deadline=None)
@given(body=_BODIES)
def test_a_body_comes_back_from_the_document_unchanged(document, body):
    documents.load(document, body)
    assert documents.read(document).body == body


@settings(max_examples=100, deadline=None)
@given(body=_BODIES)
def test_a_body_comes_back_from_the_clipboard_unchanged(body):
    assert documents.undump(documents.dump(body.blocks)) == list(body.blocks)


@settings(max_examples=100, deadline=None)
@given(body=_BODIES, more=_BODIES, share=st.floats(0, 1))
def test_blocks_put_in_anywhere_stand_there_whole_and_one_undo_takes_them_back(
    document, body, more, share
):
    documents.load(document, body)
    document.setUndoRedoEnabled(True)
    cursor = QTextCursor(document)
    cursor.setPosition(int(share * (document.characterCount() - 1)))
    if documents.is_object(cursor.block()):
        cursor.insertBlock()  # as the editor does beside a table
    before = documents.read(document).body
    documents.insert(cursor, more.blocks)
    now = documents.read(document).body
    objects = [one for one in now.blocks if not isinstance(one, Paragraph)]
    wanted = [one for one in (*body.blocks, *more.blocks) if not isinstance(one, Paragraph)]
    assert sorted(map(repr, objects)) == sorted(map(repr, wanted))
    if more.blocks:
        document.undo()
        assert documents.read(document).body == before


def test_backspace_takes_a_whole_rare_character_and_the_store_can_keep_the_rest(qtbot, qapp):
    view = QTextEdit()
    qtbot.addWidget(view)
    for text in ("甲𠮷", "甲🙂", "甲葛\U000e0100"):
        documents.load(view.document(), plain(text))
        view.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClick(view, Qt.Key.Key_Backspace)
        documents.read(view.document()).body.text.encode()
        assert documents.read(view.document()).body.text in {"甲", "甲葛"}


@settings(max_examples=100, deadline=None)
@given(body=_BODIES, share=st.floats(0, 1))
def test_every_character_of_the_text_is_found_in_the_document(document, body, share):
    documents.load(document, body)
    reading = documents.read(document)
    point = int(share * max(0, len(body.text) - 1))
    char = body.text[point : point + 1]
    if char not in ("", "\n"):
        cursor = QTextCursor(document)
        cursor.setPosition(reading.position(point))
        cursor.setPosition(cursor.position() + units(char), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == char


def test_an_emoji_and_a_rare_character_do_not_shift_what_follows(document):
    documents.load(document, plain("🙂𠮷家镇的工作\n第二段🙂末尾"))
    reading = documents.read(document)
    assert reading.position(2) == 4
    assert reading.position(reading.body.text.index("末")) == document.toPlainText().index("末") + 3


def test_reading_a_part_keeps_its_weights(document):
    documents.load(document, Body((Paragraph((Run("甲乙"), Run("丙🙂丁", bold=True))),)))
    part = documents.read(document, 1, 5)
    assert part.body.blocks[0].runs == (Run("乙"), Run("丙🙂", bold=True))
