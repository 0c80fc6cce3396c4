"""Keys that sort Chinese text as the office expects."""

_KEY_CHARACTERS = 24
_KEY_DIGITS = 96


def title_key(title: str) -> str:
    """Hex digits that sort by pinyin: GB 2312 orders its common characters so.

    Hex, because every database and collation orders its digits alike.
    """
    return title[:_KEY_CHARACTERS].encode("gb18030", "replace").hex()[:_KEY_DIGITS]
