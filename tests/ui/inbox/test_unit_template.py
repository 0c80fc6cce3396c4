"""The clerk saves the form that units fill in."""

from PySide6.QtWidgets import QFileDialog, QPushButton

from desk.intake.reading import read


def test_the_form_is_saved_with_the_office_s_name(page, session, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "报送单.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    [button] = [one for one in page.findChildren(QPushButton) if one.text() == "报送模板…"]
    button.click()
    qtbot.waitUntil(session.messages.toast.isVisible)
    document = read(path.read_bytes(), path.name)
    assert "云岭县人民政府办公室" in str(document.blocks)
