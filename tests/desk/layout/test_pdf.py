"""What the PDF holds."""

from desk.layout.pdf import render_pdf

HOSTILE = '#panic("x") $x^2$ @ref *粗* _斜_ \\ {{ }} <b> #[a] `code` "引" //注 [a](b)'


def test_equal_input_gives_equal_bytes(issue, fonts):
    first, second = (render_pdf(issue("正文。" * 90), {}, fonts) for _ in range(2))
    assert first.pdf == second.pdf


def test_text_that_looks_like_markup_prints_literally(issue, printed):
    _, texts = printed(issue(HOSTILE))
    assert "".join(HOSTILE.split()) in "".join(texts)
