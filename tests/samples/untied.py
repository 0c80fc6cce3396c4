"""Books that differ and numbers left out: in a store nobody meddled with there are none."""

from datetime import date

from desk.jobs import finish
from desk.reconciliation.difference import Area, Sort
from desk.reconciling import reconcile
from desk.soundness import number_rows

EVER = date(1949, 10, 1), date(2999, 12, 31)
BOOKS = (Area.ISSUES, Area.DRAFTS, Area.IMPORTS)
UNTRUE = (Sort.MISSING, Sort.EXTRA, Sort.CHANGED)


def untied(store):
    """Sentences about what a clerk may have meant so, but these tests did not."""
    with store.read() as work:
        places = {one.id: one for one in work.catalogue.publications()}
        frozen = [one for one in work.issues.all() if one.is_frozen]
        rows = list(number_rows(work, frozen, places))
    left_out = ((place, [one for one in have.gaps if one < last]) for place, have, last in rows)
    return [
        *(f"《{place.name}》缺{gaps}，也没有记为空号。" for place, gaps in left_out if gaps),
        *(
            f"“{one.title}”（{one.day:%Y-%m-%d}）{one.area}{one.sort}：{one.left}；台账{one.right}。"
            for one in finish(reconcile(store, *EVER)).differences
            if one.area in BOOKS and one.sort in UNTRUE
        ),
    ]
