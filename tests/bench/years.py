"""Years of an office of 200 units, straight into the ledger."""

from datetime import date
from random import Random

from desk.facts import Fact, FactKind
from desk.store import Store
from desk.units import Unit

UNITS = 200
_ADOPTED_SHARE = 2  # one draft in so many is printed


def fill_up(store: Store) -> None:
    """Make it 200 units."""
    with store.begin() as work:
        groups = work.registry.groups()
        for number in range(UNITS - len(work.registry.units())):
            group = groups[number % len(groups)].id
            work.registry.save_unit(Unit(f"云岭县第{number}服务中心", f"第{number}中心", group))


def book(store: Store, items: int, year: int) -> int:
    """A year's submissions, half of them printed."""
    random = Random(200)  # noqa: S311 - the same year every time
    with store.begin() as work:
        units = work.registry.units()
        carriers = [one for one in work.catalogue.publications() if one.sections]
        facts = []
        for number in range(items):
            unit, carrier = random.choice(units), random.choice(carriers)
            day = date(year, random.randint(1, 10), random.randint(1, 28))
            title = f"某单位推进第{number}项工作"
            facts.append(Fact(FactKind.SUBMISSION, day, unit.id, title, f"draft:{year}{number}"))
            if number % _ADOPTED_SHARE == 0:
                facts.append(
                    Fact(
                        FactKind.ADOPTION,
                        day,
                        unit.id,
                        title,
                        f"issue:{year}{number}",
                        carrier.id,
                        random.choice(carrier.sections).id,
                    )
                )
        return work.ledger.add(facts)
