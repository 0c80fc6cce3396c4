"""Where a word processor cuts a paragraph into parts of one script and one look.

Word adds the tracking after every character, LibreOffice not after the last one of a part.
"""

import re
from collections.abc import Iterable
from itertools import accumulate, groupby

from desk.layout.model import Piece

_LATIN = "!-~\u00a1-\u02af\u0370-\u052f"
_EITHER = " \u02b0-\u036f\u0530-\u2e7f"  # goes with what stands before it: — … “ ” ℃
_LATIN_PART = re.compile(rf"(?:\A[{_EITHER}]+)?[{_LATIN}][{_LATIN}{_EITHER}]*")


def part_ends(pieces: Iterable[Piece]) -> set[int]:
    """The places of the characters that end a part, the last one of all left out."""
    same = [
        "".join(piece.text for piece in alike)
        for _, alike in groupby(pieces, key=lambda piece: (piece.face, piece.bold))
    ]
    text = "".join(same)
    ends = set(accumulate(len(one) for one in same))
    for match in _LATIN_PART.finditer(text):
        ends.update(match.span())
    return {end - 1 for end in ends if 0 < end < len(text)}
