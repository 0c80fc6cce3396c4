"""Pictures for a text are checked and kept before the text shows them."""

from io import BytesIO

import pytest
from PIL import Image

from desk.errors import NotReadableError
from desk.picturing import keep_pasted, keep_picture


def picture(kind="PNG", size=(40, 30), **options):
    out = BytesIO()
    Image.new("RGB", size, "green").save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF"])
def test_a_picture_is_kept_with_its_size_and_the_record_of_it(office, kind):
    draft, data = office.draft(), picture(kind)
    kept = keep_picture(office.store, draft.id, "现场.图", data, by=office.by)
    assert (kept.width, kept.height) == (40, 30)
    with office.store.read() as work:
        assert work.files.get(kept.digest) == data
        assert work.audit.records(f"draft:{draft.id}")[-1].detail == "现场.图"


def test_a_photo_taken_sideways_is_set_upright(office):
    turned = Image.Exif()
    turned[0x0112] = 6
    data = picture("JPEG", exif=turned)
    kept = keep_picture(office.store, office.draft().id, "照片.jpg", data, by=office.by)
    assert (kept.width, kept.height) == (30, 40)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MZ\x90\x00", "不是能用的图片"),
        (b"", "不是能用的图片"),
        (picture(size=(400, 300))[:-200], "已经损坏"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (99_999).to_bytes(4, "big") * 2, "太大"),
    ],
)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(office, data, said):
    with pytest.raises(NotReadableError, match=said):
        keep_picture(office.store, office.draft().id, "坏.png", data, by=office.by)


def test_pasted_pictures_are_kept_under_their_digests(office, store):
    keep_pasted(store, office.draft().id, {"ab" * 32: b"x"}, by=office.by)
    with store.read() as work:
        assert work.files.has("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
