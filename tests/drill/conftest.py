"""The drills' tables, printed when all are through: a row a drill, with its figures and seconds."""

from collections import Counter, defaultdict

import pytest

_TOLD = "drill"


@pytest.fixture
def tell(record_property):
    """Put a row with its figures into a table."""

    def put(table, row, figures):
        record_property(_TOLD, [table, row, dict(figures)])

    return put


def pytest_terminal_summary(terminalreporter):
    """Print the tables of what has run."""
    tables = defaultdict(list)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, value in getattr(report, "user_properties", []):
                if name == _TOLD and report.when == "call":
                    table, row, figures = value
                    tables[table].append((row, figures | {"seconds": round(report.duration)}))
    for table, rows in tables.items():
        terminalreporter.write_line("\n" + "\n".join(lines(table, rows)))


def lines(table, rows):
    """A table with its sum as text."""
    names = list(dict.fromkeys(name for _, figures in rows for name in figures))
    total = Counter()
    for _, figures in rows:
        total.update(figures)
    yield f"{table:<22}" + "".join(f"{name:>13}" for name in names)
    for row, figures in [*rows, ("all", total)]:
        yield f"{row:<22}" + "".join(f"{figures.get(name, 0):>13,}" for name in names)
