"""Pages as the clerk writes them: 1-4,7."""

import re
from collections.abc import Iterable

from desk.errors import FieldError
from desk.number_runs import runs

_PART = re.compile(r"(\d{1,18})(?:-(\d{1,18}))?")
_SAME = str.maketrans(dict.fromkeys("，、；;", ",") | dict.fromkeys("－—–～~至到", "-"))
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """The pages meant, from 0, each once and in order; all of them where nothing is written.

    Raises FieldError ("pages") for what is no page of the issue.
    """
    written = "".join(text.translate(_SAME).translate(_DIGITS).split())
    if not written:
        return tuple(range(count))
    chosen: set[int] = set()
    for part in written.split(","):
        found = _PART.fullmatch(part)
        if not found:
            raise FieldError("pages", f"页码“{part or text}”看不懂。请写成 1-4,7 这样。")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last:
            raise FieldError("pages", f"页码“{part}”前后颠倒了。请把小的页码写在前面，从 1 写起。")
        if last > count:
            raise FieldError("pages", f"一共只有 {count} 页，没有第 {last} 页。请改页码。")
        chosen.update(range(first - 1, last))
    return tuple(sorted(chosen))


def pages_text(pages: Iterable[int]) -> str:
    """Pages counted from 0 as they are written: 1-4,7."""
    ends = (dict.fromkeys((first + 1, last + 1)) for first, last in runs(pages))
    return ",".join("-".join(map(str, one)) for one in ends)
