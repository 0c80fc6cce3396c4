"""Draw small real pictures for drafts: a landscape that stands for a photo, and a bar chart."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

from desk.paths import RESOURCES

_SIZE = (720, 460)
_MONTHS = 6
_FACE = RESOURCES / "fonts" / "FandolHei-Regular.otf"


def draw_picture(kind: str, caption: str, random: Random) -> bytes:
    """A PNG, always the same for the same words and the same random state."""
    image = _photo(random) if kind == "photo" else _chart(caption, random)
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _photo(random: Random) -> Image.Image:
    """Sky, three ranges of hills, fields and a road."""
    width, height = _SIZE
    image = Image.new("RGB", _SIZE)
    draw = ImageDraw.Draw(image)
    for row in range(height):
        light = 225 - row // 6
        draw.line((0, row, width, row), fill=(light - 45, light - 15, light + 25))
    for depth, green in ((0.42, 130), (0.54, 105), (0.66, 80)):
        draw.polygon(_hills(random, depth), fill=(green - 35, green + 15, green - 20))
    for field in range(6):
        top = int(height * 0.74) + field * 20
        shade = random.randint(120, 175)
        draw.polygon(
            [(0, top), (width, top - random.randint(4, 18)), (width, height), (0, height)],
            fill=(shade - 15, shade + 20, shade // 3),
        )
    middle = random.randint(width // 3, width * 2 // 3)
    road = [(middle - 7, int(height * 0.72)), (middle + 7, int(height * 0.72))]
    draw.polygon([*road, (middle + 120, height), (middle - 60, height)], fill=(165, 162, 155))
    return image


def _hills(random: Random, depth: float) -> list[tuple[int, int]]:
    width, height = _SIZE
    ridge = [
        (x, int(height * depth) - random.randint(0, 70)) for x in range(0, width + 1, width // 6)
    ]
    return [(0, height), *ridge, (width, height)]


def _chart(caption: str, random: Random) -> Image.Image:
    """Bars with their figures over them."""
    width, height = _SIZE
    image = Image.new("RGB", _SIZE, "white")
    draw = ImageDraw.Draw(image)
    face = ImageFont.truetype(str(_FACE), 22)
    draw.text((width / 2, 30), caption, fill="black", font=face, anchor="mm")
    base, step = height - 50, (width - 100) // _MONTHS
    draw.line((50, base, width - 50, base), fill=(80, 80, 80), width=2)
    for place in range(_MONTHS):
        value = random.randint(30, 90)
        left = 50 + place * step + step // 5
        top = base - value * 3
        draw.rectangle((left, top, left + step * 3 // 5, base), fill=(64, 110, 168))
        middle = left + step * 3 / 10
        draw.text((middle, top - 14), f"{value / 10}", fill="black", font=face, anchor="mm")
        draw.text((middle, base + 22), f"第{place + 1}期", fill="black", font=face, anchor="mm")
    return image
