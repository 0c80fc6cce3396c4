"""Python counts code points, Qt counts UTF-16 units: the way from one to the other and back."""

_UNIT_BYTES = 2


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // _UNIT_BYTES


def to_units(text: str, points: int) -> int:
    """How many UTF-16 units the first ``points`` characters of a text take."""
    return units(text[:points])
