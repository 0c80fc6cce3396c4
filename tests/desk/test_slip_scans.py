"""What may be kept as the scan of a signed slip."""

from io import BytesIO

import pytest
from PIL import Image

from desk.errors import FieldError
from desk.slip_scans import must_be_scan


def picture(kind):
    made = BytesIO()
    Image.new("RGB", (60, 80), "white").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PDF"])
def test_a_picture_or_a_pdf_is_taken(kind):
    must_be_scan(f"扫描.{kind}", picture(kind))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空文件"),
        (b"text", "JPG、PNG 或 PDF"),
        (b"%PDF-1.7 broken", "打不开"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 8, "JPG、PNG 或 PDF"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(data, words):
    with pytest.raises(FieldError, match="请") as refused:
        must_be_scan("扫描.jpg", data)
    assert words in str(refused.value)
    assert refused.value.field == "scan"
