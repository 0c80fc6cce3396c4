"""Make a store of what was saved: nothing refers to what is not there, nothing is half."""

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from desk.audit import Link, digest_of

_PASSES = 12  # one lost record may hang on another
# What so much hangs on that a stand-in is better than losing all of that.
_STAND_INS = {
    "unit_groups": """
INSERT INTO unit_groups (id, name, position) VALUES (:id, '（抢救）分组' || :id, 999)""",
    "units": """
INSERT INTO units (id, name, short, group_id, aliases, active)
SELECT :id, '（抢救）单位' || :id, '（抢救）单位' || :id, coalesce(min(id), 1), '[]', 1
FROM unit_groups""",
    "publications": """
INSERT INTO publications (id, name, template, tier, copies, send_to, active)
VALUES (:id, '（抢救）刊物' || :id, 'zhengwu', '本级', 1, '[]', 1)""",
    "drafts": """
INSERT INTO drafts (id, title, title_key, original_name, original_digest, received, channel, author,
    phone, approver, urgency, secrecy, status, characters, has_table, has_picture, ticks, notes,
    revision)
SELECT :id, coalesce(
        (SELECT title FROM revisions WHERE draft_id = :id ORDER BY number DESC LIMIT 1),
        (SELECT title FROM facts WHERE source = 'draft:' || :id LIMIT 1),
        '（抢救）稿件' || :id),
    '', '', '', coalesce(
        (SELECT min(saved) FROM revisions WHERE draft_id = :id), '2000-01-01 00:00:00.000000'),
    '文件', '', '', '', '平件', '内部', '在编', 0, 0, 0, '[]', '[]', 0""",
}
# Each use case writes these together.
_WHOLE = (
    """
INSERT INTO revisions (draft_id, number, saved, who, why, title, body)
SELECT id, 1, received, '', '抢救：修改稿丢失，这是原稿', title,
    coalesce((SELECT body FROM originals WHERE draft_id = drafts.id), '[]')
FROM drafts WHERE id NOT IN (SELECT draft_id FROM revisions)""",
    """
INSERT INTO originals (draft_id, body)
SELECT draft_id, body FROM revisions AS r WHERE draft_id NOT IN (SELECT draft_id FROM originals)
    AND number = (SELECT min(number) FROM revisions WHERE draft_id = r.draft_id)""",
    """
UPDATE drafts SET revision = (SELECT max(number) FROM revisions WHERE draft_id = drafts.id)
WHERE revision <> (SELECT max(number) FROM revisions WHERE draft_id = drafts.id)""",
    "INSERT OR IGNORE INTO draft_search_texts (draft_id, words) SELECT id, '' FROM drafts",
)
_UNINDEXED = "INSERT OR IGNORE INTO unindexed (draft_id) SELECT id FROM drafts"


def mend(connection: dbapi2.Connection) -> Iterator[tuple[str, int]]:
    """Yield each record (table, number) that has a stand-in now; the rest hangs on nothing lost."""
    for _ in range(_PASSES):
        lost = connection.execute("PRAGMA foreign_key_check").fetchall()
        for table, rowid, parent, number in lost:
            yield from _mended(connection, table, rowid, parent, number)
        if not lost:
            break
    for statement in _WHOLE:
        connection.execute(statement)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'unindexed'").fetchone():
        connection.execute(_UNINDEXED)


def _mended(
    connection: dbapi2.Connection, table: str, rowid: int, parent: str, number: int
) -> Iterator[tuple[str, int]]:
    """Mend one reference to a record that is not there."""
    keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    column = next(one[3] for one in keys if one[0] == number)
    about = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    row = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - ours
    wanted = row.fetchone()
    if wanted is None:
        return  # gone with another one
    if parent in _STAND_INS:
        held = connection.execute(f'SELECT 1 FROM "{parent}" WHERE id = ?', wanted).fetchone()  # noqa: S608
        if held is None:
            connection.execute(_STAND_INS[parent], {"id": wanted[0]})
            yield parent, wanted[0]
        return
    is_needed = next(bool(one[3] or one[5]) for one in about if one[1] == column)
    change = "DELETE FROM" if is_needed else "UPDATE"
    value = "" if is_needed else f'SET "{column}" = NULL'
    connection.execute(f'{change} "{table}" {value} WHERE rowid = ?', (rowid,))


def chained(rows: list[dict[str, object]]) -> bool:
    """Give each audit record the digest that belongs to it now; whether all were right before."""
    before, is_whole, last = "", True, 0
    for row in sorted(rows, key=lambda one: int(str(one["id"]))):
        when, who, action, subject, detail = (
            str(row[name]) for name in ("when", "who", "action", "subject", "detail")
        )
        link = Link(int(str(row["id"])), when, who, action, subject, detail, "")
        before = digest_of(before, link)
        is_whole = is_whole and row.get("digest") == before and link.number == last + 1
        row["digest"], last = before, link.number
    return is_whole
