"""What must be true of a store whatever happened: whole pages, nothing half, books that tie."""

from contextlib import closing

from db.engine import connect
from desk.audit_check import check_trail
from desk.jobs import finish
from desk.soundness import unsound
from tests.samples.untied import untied

HALVES = {  # rows that one use case writes together with others
    "draft without its original": "SELECT id FROM drafts WHERE id NOT IN "
    "(SELECT draft_id FROM originals)",
    "draft without its newest revision": "SELECT id FROM drafts AS d WHERE revision <> "
    "(SELECT coalesce(max(number), 0) FROM revisions WHERE draft_id = d.id)",
    "draft without words to search": "SELECT id FROM drafts WHERE id NOT IN "
    "(SELECT draft_id FROM draft_search_texts UNION SELECT draft_id FROM unindexed)",
    "released issue without its record": "SELECT id FROM issues WHERE status <> '编辑中' AND "
    "'issue:' || id NOT IN (SELECT subject FROM audit WHERE action = '印发')",
    "draft neither printed nor free": "SELECT d.id FROM drafts AS d WHERE d.status = '已印发' AND "
    "d.id NOT IN (SELECT draft_id FROM entries JOIN issues AS i ON i.id = issue_id "
    "WHERE i.status = '已印发')",
    "closing without its record": "SELECT key FROM closings WHERE 'closing:' || key NOT IN "
    "(SELECT subject FROM audit WHERE action = '结账')",
    "matter without its record": "SELECT id FROM matters WHERE id NOT IN "
    "(SELECT CAST(substr(subject, instr(subject, ':') + 1) AS INTEGER) FROM audit)",
    "file of another size": "SELECT digest FROM files WHERE size <> length(data)",
}


def faults(store):
    """Everything wrong with an open store, in words; empty for a sound one."""
    found = store.verify()
    if found:
        return found
    with closing(connect(store._paths.store, store._key)) as connection:
        found += [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for name, query in HALVES.items():
            rows = [row[0] for row in connection.execute(query)]
            found += [f"{name}: {rows}"] if rows else []
    return [
        *found,
        *finish(check_trail(store)).faults,
        *finish(unsound(store)),
        *untied(store),
    ]
