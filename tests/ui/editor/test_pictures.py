"""Pictures come from files and the clipboard, and are edited where they stand."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage

from desk.body import Body, Picture, Size, plain
from ui.editor import picture_editing
from ui.editor.object_editing import ObjectEditing
from ui.editor.objects import picture_size


@pytest.fixture
def text(page, add):
    page.show_target(add(text="甲乙").id)
    page.middle.fit_text()  # now, not in the middle of what is tested
    return page.middle.text


@pytest.fixture
def editing(page):
    return next(one for one in page.features if isinstance(one, ObjectEditing))


@pytest.fixture
def file(tmp_path):
    """A picture file."""

    def make(name="现场.png", size=(40, 30)):
        path = tmp_path / name
        Image.new("RGB", size, "green").save(path)
        return path

    return make


@pytest.fixture
def chosen(monkeypatch, file):
    """What the file dialog answers."""
    paths = []
    monkeypatch.setattr(picture_editing, "open_paths", lambda *_about: paths)
    monkeypatch.setattr("ui.editor.object_editing.open_paths", lambda *_about: paths)
    return paths


def pictures_of(text):
    return [one for one in text.reading().body.blocks if isinstance(one, Picture)]


def test_a_file_is_kept_then_put_in_at_the_cursor_as_one_step(
    text, page, chosen, file, store, settled
):
    chosen.append(file())
    cursor = text.textCursor()
    cursor.setPosition(1)
    text.setTextCursor(cursor)
    page.middle.bar.picture.click()
    settled()
    before, picture, behind = text.reading().body.blocks
    assert (before.text, behind.text) == ("甲", "乙")
    with store.read() as work:
        assert work.files.has(picture.digest)
    text.undo()
    assert text.reading().body == plain("甲乙")


def test_a_broken_file_is_a_sentence_and_changes_nothing(text, page, chosen, file, settled):
    path = file()
    path.write_bytes(path.read_bytes()[:60])
    chosen.append(path)
    page.middle.bar.picture.click()
    settled()
    assert text.reading().body == plain("甲乙")
    assert "已经损坏" in page.session.messages.banner.text


def test_a_picture_on_the_clipboard_and_files_copied_are_put_in(text, file, settled):
    clip = QMimeData()
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    clip.setImageData(image)
    assert text.canInsertFromMimeData(clip)
    text.insertFromMimeData(clip)
    settled()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(file())), QUrl.fromLocalFile("/etc/passwd")])
    text.insertFromMimeData(files)
    settled()
    assert sorted(one.width for one in pictures_of(text)) == [20, 40]


def test_caption_size_and_another_file_are_one_step(text, editing, chosen, file, qtbot, settled):
    body = Body((Picture("ab", 900, 600, "图1", 3), *plain("甲").blocks))
    text.show_body(body)
    chosen.append(file(size=(80, 60)))
    qtbot.keyClick(text, Qt.Key.Key_Return)
    form = editing.picture
    form.caption.selectAll()
    qtbot.keyClicks(form.caption, "tu")
    form.sizes[Size.HALF].click()
    form.another.click()
    settled()
    qtbot.keyClick(form.caption, Qt.Key.Key_Escape)
    (picture,) = pictures_of(text)
    assert (picture.width, picture.caption, picture.size) == (80, "tu", Size.HALF)
    assert picture.source == 3
    assert form.isHidden()
    text.undo()
    assert text.reading().body == body


def test_a_picture_is_deleted_from_its_form(text, editing):
    text.show_body(Body((*plain("甲").blocks, Picture("ab", 9, 6))))
    text.opened.emit(2, None)
    editing.picture.remove.click()
    assert text.reading().body == plain("甲")


@pytest.mark.parametrize(
    ("size", "share"), [(Size.WIDE, 1), (Size.HALF, 1 / 2), (Size.SMALL, 1 / 3)]
)
def test_a_large_picture_is_as_wide_on_screen_as_its_class_says(size, share):
    assert picture_size(Picture("", 3000, 600, size=size), 480).width() == pytest.approx(
        480 * share
    )


def test_a_small_picture_is_not_blown_up():
    assert picture_size(Picture("", 90, 60), 480).width() == 90


def test_pictures_copied_with_words_are_kept_before_both_are_put_in(text, store, settled):
    out = BytesIO()
    Image.new("RGB", (8, 6)).save(out, "PNG")
    clip = QMimeData()
    data = b64encode(out.getvalue()).decode()
    clip.setHtml(f'<p>前文</p><img src="data:image/png;base64,{data}"><p>后文</p>')
    text.selectAll()
    text.insertFromMimeData(clip)
    settled()
    before, picture, behind = text.reading().body.blocks
    assert (before.text, behind.text) == ("前文", "后文")
    with store.read() as work:
        assert work.files.has(picture.digest)


def test_what_pasting_changed_is_said(text, page):
    clip = QMimeData()
    clip.setText("今年以来,全县推进。\n第二段")
    text.insertFromMimeData(clip)
    assert page.session.messages.toast.text.startswith("粘贴时整理了：半角标点改全角 1 处")


def test_words_alone_are_pasted_as_they_are(text, qtbot, qapp):
    clip = QMimeData()
    clip.setHtml("<table><tr><td>甲</td><td><b>乙</b></td></tr></table>")
    clip.setText("甲,乙\u202e")
    qapp.clipboard().setMimeData(clip)
    text.selectAll()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(text, Qt.Key.Key_V, both)
    assert text.reading().body == plain("甲,乙")


def test_looking_at_a_caption_changes_nothing(text, editing):
    body = Body((*plain("甲").blocks, Picture("ab", 9, 6, " 图1　现场")))
    text.show_body(body)
    text.opened.emit(2, None)
    editing.close()
    assert text.reading().body == body
    assert not text.document().isUndoAvailable()


def test_a_picture_let_go_among_many_is_read_again_when_it_is_drawn(page, store, settled):
    digests = []
    with store.begin() as work:
        for at in range(30):
            data = BytesIO()
            Image.new("RGB", (40, 30), (at, 0, 0)).save(data, "PNG")
            digests.append(work.files.put(data.getvalue(), f"{at}.png"))
    for one in digests:
        page.pictures.image(one)
        settled()
    assert page.pictures.image(digests[0]) is None
    settled()
    assert page.pictures.image(digests[0]).width() == 40
    assert page.pictures.image(digests[-1]).width() == 40
