"""Use case: keep the pictures that are put into a text."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath

from desk.auditing import By, note
from desk.body import Picture
from desk.errors import NotReadableError
from desk.intake.pictures import MAX_PIXELS, size
from desk.recording import LARGEST_SCAN
from desk.store import Store

_UPRIGHT = 1  # the value of EXIF's orientation for a picture that isn't turned
_ORIENTATION = 0x0112
_QUALITY = 95


def keep_picture(store: Store, draft_id: int, name: str, data: bytes, *, by: By) -> Picture:
    """Keep the bytes of a picture for a draft; a camera's turned picture is set upright.

    Raises NotReadableError for what is no whole picture, or too large a one.
    """
    _check(name, data)
    data = _upright(name, data)
    width, height = _check(name, data)
    with store.begin() as work:
        work.ceiling.must_hold(PurePath(name).name)
        digest = work.files.put(data, PurePath(name).name)
        note(work, by, "插入图片", f"draft:{draft_id}", name)
    return Picture(digest, width, height)


def keep_pasted(store: Store, draft_id: int, pictures: Mapping[str, bytes], *, by: By) -> None:
    """Keep the bytes of pictures that were copied with a text, by their digests."""
    with store.begin() as work:
        for digest, data in pictures.items():
            work.files.put(data, f"picture-{digest[:8]}")
        note(work, by, "粘贴图片", f"draft:{draft_id}", f"{len(pictures)} 张")


def _check(name: str, data: bytes) -> tuple[int, int]:
    """Width and height, known before anything is unpacked."""
    found = size(data)
    if found is None or not found[0] * found[1]:
        raise NotReadableError(f"“{name}”不是能用的图片。请用 PNG、JPG、BMP 或 GIF 格式的图片。")
    if found[0] * found[1] > MAX_PIXELS or len(data) > LARGEST_SCAN:
        raise NotReadableError(
            f"“{name}”太大（{found[0]}×{found[1]} 点，{len(data) >> 20} MB），没有插入。"
            "请先用看图软件缩小再插入。"
        )
    return found


def _upright(name: str, data: bytes) -> bytes:
    """The bytes of a picture that can be decoded to its end, upright."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy, loaded on use

    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            if image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT:
                return data
            out = BytesIO()
            ImageOps.exif_transpose(image).convert("RGB").save(out, "JPEG", quality=_QUALITY)
            return out.getvalue()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotReadableError(
            f"“{name}”已经损坏，打不开，没有插入。请换一张，或者请单位重新发来。"
        ) from error
