"""Print precision and recall on both halves: python -m tests.desk.duplicates.report."""

from desk.duplicates.likeness import Nature
from tests.desk.duplicates.generated import collection
from tests.desk.duplicates.scored import Score, score


def main() -> None:
    """Print a table for the half thresholds were chosen on, and one for the other."""
    for half, name in ((0, "chosen on"), (1, "measured on")):
        made = collection(half)
        print(f"half {half} ({name}): {len(made.drafts)} drafts\n" + table(score(made)))  # noqa: T201


def table(result: Score) -> str:
    """A line for every nature and every form."""
    wrong, open_questions = len(result.wrong), result.doubtful
    lines = [
        f"all: precision {result.precision:.3f}, {wrong} wrong, {open_questions} open questions"
    ]
    for nature in Nature:
        wanted = sum(count for (one, _), count in result.wanted.items() if one is nature)
        lines.append(
            f"{nature.name:<11} precision {result.precision_of(nature):.3f}  "
            f"recall {result.recall(nature):.3f} of {wanted:>3}  named {result.named[nature]:>3}"
        )
        lines += [
            f"    {form:<9} {result.found[one, form]:>3} of {count:>3}"
            for (one, form), count in sorted(result.wanted.items())
            if one is nature
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
