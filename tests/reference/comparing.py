"""What the engine says beside what the reference says."""

from fractions import Fraction

from desk.scoring.basis import Basis
from desk.scoring.lines import LedgerLine
from desk.scoring.totals import score
from tests.reference.results import table


def differences(case):
    """All figures of a case on which the two don't agree, in words."""
    office = case.office
    basis = Basis(
        office.units,
        office.groups,
        office.quotas,
        office.schemes,
        office.publications,
        office.specials,
    )
    found = score(basis, case.facts, case.first, case.last, today=case.today)
    engine = {one.unit.id: of_engine(one) for one in found.units}
    mine = {
        unit: of_reference(one, case)
        for unit, one in table(office, case.facts, case.first, case.last, case.today).items()
    }
    return [
        f"单位{unit} {name}: engine {told.get(name)} reference {wanted.get(name)}"
        for unit in sorted(engine.keys() | mine.keys())
        for told, wanted in [(engine.get(unit, {}), mine.get(unit, {}))]
        for name in sorted(told.keys() | wanted.keys(), key=str)
        if told.get(name) != wanted.get(name)
    ]


def of_engine(one):
    """The figures of a unit as the engine has them."""
    days = {}
    for line in one.lines:
        stage = "逐条" if isinstance(line, LedgerLine) else str(line.stage)
        key = (line.day, stage, line.component)
        days[key] = days.get(key, Fraction(0)) + Fraction(line.points)
    return figures(
        one,
        {
            **by_day(days),
            "raw": Fraction(one.raw),
            "tasks": sorted(task_key(task) for task in one.tasks if task.points is not None),
            "barred": bool(one.barred),
            "failed": len(one.failed),
        },
    )


def of_reference(one, case):
    """The same figures as the reference has them."""
    days = {}
    for row in one.rows:
        key = (row.day, row.stage, row.component)
        days[key] = days.get(key, Fraction(0)) + row.points
    failed = [period for period in one.failed if period.last >= case.first]
    return figures(
        one,
        {
            **by_day(days),
            "raw": one.raw,
            "tasks": sorted(task_key(task) for task in one.tasks),
            "barred": one.barred,
            "failed": len(failed),
        },
    )


def figures(one, rest):
    """What both have under one name."""
    converted = None if one.converted is None else Fraction(one.converted)
    return {
        "points": Fraction(one.points),
        "submitted": one.submitted,
        "adopted": one.adopted,
        "rate": Fraction(one.rate),
        "counted": one.counted,
        "average": Fraction(one.average),
        "converted": converted,
        "rank": one.rank,
        "placed": one.placed,
        **rest,
    }


def by_day(days):
    """Sums by day, stage and component, each under a name of its own."""
    return {f"{day}·{stage}·{name}": value for (day, stage, name), value in days.items() if value}


def task_key(task):
    """What a task asked, and how it came out."""
    return task.name, task.first, task.last, task.target, task.reached, task.done, task.points
