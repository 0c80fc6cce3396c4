"""Numbers that follow one another, as people write them: 8—11、13."""

from collections.abc import Iterable


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run without a gap, the lowest run first."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def run_text(first: int, last: int, digits: int = 1) -> str:
    """A run in words: 8—11, and 13 where it is but one number."""
    ends = dict.fromkeys((first, last))
    return "—".join(f"{end:0{digits}d}" for end in ends)


def runs_text(numbers: Iterable[int], digits: int = 1) -> str:
    """Numbers in words: 8—11、13."""
    return "、".join(run_text(*ends, digits) for ends in runs(numbers))
