"""Use cases on phrases: save, delete, order them, and give a new store those delivered."""

from collections.abc import Sequence
from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError, NotFoundError
from desk.phrases import Phrase, delivered, tidied
from desk.store import Store

_FILLED = "填入常用语"
_ALL = "phrases"  # the subject of records on all of them


def save_phrase(store: Store, phrase: Phrase, *, by: By) -> Phrase:
    """Add (id 0, at the end of its category) or change a phrase. Raises FieldError."""
    tidy = tidied(phrase)
    with store.begin() as work:
        held = work.phrases.all()
        if tidy.key:
            must_have_its_own_key(tidy, held)
        if not tidy.id:
            places = [one.position for one in held if one.category is tidy.category]
            tidy = replace(tidy, position=max(places, default=-1) + 1)
        saved = work.phrases.save(tidy)
        what = "修改常用语" if phrase.id else "新增常用语"
        note(work, by, what, f"phrase:{saved.id}", f"{saved.category}　{saved.name}")
        return saved


def must_have_its_own_key(phrase: Phrase, held: Sequence[Phrase]) -> None:
    """Raise FieldError where another phrase expands from the same abbreviation."""
    others = (one for one in held if one.id != phrase.id and one.key == phrase.key)
    other = next(others, None)
    if other:
        raise FieldError("key", f"简码“{phrase.key}”已经是“{other.name}”的。请换一个，或者留空。")


def delete_phrase(store: Store, phrase_id: int, *, by: By) -> Phrase:
    """Remove a phrase; returns it for its undo. Raises NotFoundError."""
    with store.begin() as work:
        phrase = next((one for one in work.phrases.all() if one.id == phrase_id), None)
        if phrase is None:
            raise NotFoundError("这条常用语已经没有了。请刷新后再试。")
        work.phrases.delete(phrase_id)
        note(work, by, "删除常用语", f"phrase:{phrase_id}", f"{phrase.category}　{phrase.name}")
        return phrase


def restore_phrase(store: Store, phrase: Phrase, *, by: By) -> Phrase:
    """Bring a removed phrase back in its place, under a new number."""
    with store.begin() as work:
        saved = work.phrases.save(replace(phrase, id=0))
        note(work, by, "恢复常用语", f"phrase:{saved.id}", f"{saved.category}　{saved.name}")
        return saved


def order_phrases(store: Store, ids: Sequence[int], *, by: By) -> None:
    """Put the phrases of a category in this order."""
    with store.begin() as work:
        held = {one.id: one for one in work.phrases.all()}
        for position, phrase_id in enumerate(ids):
            work.phrases.save(replace(held[phrase_id], position=position))
        note(work, by, "调整常用语次序", _ALL, "、".join(held[one].name for one in ids))


def complete(store: Store, *, by: By) -> None:
    """Give a store the phrases that are delivered, once; those deleted stay away."""
    with store.read() as work:
        if work.audit.latest(_FILLED, [_ALL]):
            return
    with store.begin() as work:
        for phrase in delivered():
            work.phrases.save(phrase)
        note(work, by, _FILLED, _ALL)
