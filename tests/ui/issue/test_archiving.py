"""The way from 编刊 to 往期."""

from ui.issue.archiving import Archiving


def test_the_archive_is_asked_for_without_an_open_issue(page, session, compiled):
    compiled("县教育局开展校园安全检查")
    asked = []
    session.requested.connect(lambda *where: asked.append(where))
    page.feature(Archiving).show_archive()
    assert asked == [("archive", None)]
