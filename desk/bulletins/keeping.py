"""Use cases of bulletins: write, edit, bring an earlier text back, freeze, open again, delete."""

from dataclasses import replace
from datetime import timedelta

from desk.auditing import By, note
from desk.bulletins.bulletin import Bulletin, Kept, State, Text, Version
from desk.bulletins.passage import Flag
from desk.errors import FieldError, NotAllowedError
from desk.office_clock import minute_words
from desk.store import Store, Work
from desk.surveys.stretch import Stretch

EDITED = "编辑通报"
LONGEST_TITLE = 120
LONGEST_REASON = 200
_PAUSE = timedelta(minutes=5)  # typing that goes on after it begins a new version
_LONGEST = timedelta(minutes=15)  # what was typed in this time is one version at most


def bulletins(store: Store) -> list[Bulletin]:
    """All bulletins, the newest period first."""
    with store.read() as work:
        return work.bulletins.all()


def keep(store: Store, stretch: Stretch, text: Text, template_key: str, *, by: By) -> Bulletin:
    """Keep a freshly written bulletin; raises NotAllowedError where its period has one."""
    with store.begin() as work:
        held = work.bulletins.of(stretch.file_key)
        if held:
            raise NotAllowedError(
                f"{stretch.name}已有一份通报（{held.text.title}）。请打开它再改。"
            )
        made = Bulletin(stretch, _tidy(text), template_key, by.now, by.who, by.now, by.who)
        kept = work.bulletins.add(made)
        note(work, by, "写通报", _subject(kept), kept.text.title)
        return kept


def save(
    store: Store, bulletin_id: int, generation: int, text: Text, *, by: By, deed: str = EDITED
) -> Bulletin:
    """Save a text over that of ``generation``, which stays as an earlier version.

    Typing within some minutes is one version; any other deed makes its own. Raises
    NotAllowedError where it is 定稿, or where another window has saved since.
    """
    with store.begin() as work:
        held = _draft(work, bulletin_id)
        if held.generation != generation:
            raise NotAllowedError(
                f"{held.changed_by}已在另一个窗口改过这份通报，这里的没有存。"
                "请复制自己的改动，关上再打开这份通报。"
            )
        wanted = _tidy(text)
        if wanted == held.text:
            return held
        if deed != EDITED or _is_apart(work, held, by):
            work.bulletins.keep_version(held.id, _version(held))
            note(work, by, deed, _subject(held), wanted.title)
        return _saved(work, held, wanted, by)


def versions(store: Store, bulletin_id: int) -> list[Version]:
    """The texts a bulletin had earlier, the newest first."""
    with store.read() as work:
        return work.bulletins.versions(bulletin_id)


def bring_back(store: Store, bulletin_id: int, generation: int, *, by: By) -> Bulletin:
    """Make an earlier text the present one again; the present one stays as a version."""
    with store.begin() as work:
        held = _draft(work, bulletin_id)
        found = [one for one in work.bulletins.versions(held.id) if one.generation == generation]
        if not found:
            raise NotAllowedError("没有找到这一版文字。请刷新后再试。")
        work.bulletins.keep_version(held.id, _version(held))
        told = f"第 {generation} 版（{minute_words(found[0].changed)}）"
        note(work, by, "恢复通报文字", _subject(held), told)
        return _saved(work, held, found[0].text, by)


def with_reason(text: Text, flag: Flag, reason: str, *, by: By) -> Text:
    """Keep words as they are though the ledger says else; raises FieldError without a reason."""
    kept = Kept(flag.key, flag.said, flag.ledger, _reason(reason, "为什么保留"), by.who, by.now)
    return replace(text, kept=(*text.kept, kept))


def finish(
    store: Store, bulletin_id: int, files: tuple[bytes, bytes], *, by: By, told: str = ""
) -> Bulletin:
    """Freeze a bulletin with its PDF and .docx (定稿).

    ``told`` goes into the trail: what was not in order then, and why it was finished all the same.
    """
    pdf, docx = files
    with store.begin() as work:
        held = _draft(work, bulletin_id)
        _must_have_a_title(held.text)
        work.bulletins.keep_version(held.id, _version(held))
        name = f"通报 {held.key}"
        kept = replace(
            held,
            state=State.FINAL,
            pdf=work.files.put(pdf, f"{name}.pdf"),
            docx=work.files.put(docx, f"{name}.docx"),
            finished=by.now,
            finished_by=by.who,
            generation=held.generation + 1,
        )
        work.bulletins.save(kept)
        note(work, by, "通报定稿", _subject(held), f"PDF {kept.pdf[:12]}　{told}".rstrip())
        return kept


def frozen(store: Store, bulletin: Bulletin) -> tuple[bytes, bytes]:
    """The PDF and the .docx of a finished bulletin, as they were frozen."""
    with store.read() as work:
        return work.files.get(bulletin.pdf), work.files.get(bulletin.docx)


def reopen(store: Store, bulletin_id: int, reason: str, *, by: By) -> Bulletin:
    """Make a finished bulletin a draft again; its frozen files stay in the store.

    Raises FieldError without a reason.
    """
    why = _reason(reason, "为什么重新打开")
    with store.begin() as work:
        held = work.bulletins.get(bulletin_id)
        if not held.is_final:
            raise NotAllowedError("这份通报还是草稿，可以直接改。")
        kept = replace(
            held, state=State.DRAFT, pdf="", docx="", finished=None, finished_by="",
            generation=held.generation + 1,
        )  # fmt: skip
        work.bulletins.save(kept)
        note(work, by, "重新打开通报", _subject(held), f"{why}（原定稿 PDF {held.pdf[:12]}）")
        return kept


def freeze_again(store: Store, former: Bulletin, *, by: By) -> Bulletin:
    """Take a reopening back: the bulletin is what it was, with its frozen files."""
    with store.begin() as work:
        held = _draft(work, former.id)
        if held.text != former.text:
            raise NotAllowedError("重新打开以后文字已经改过。请改好后再定稿。")
        kept = replace(former, generation=held.generation + 1)
        work.bulletins.save(kept)
        note(work, by, "撤销重新打开通报", _subject(held), former.text.title)
        return kept


def delete(store: Store, bulletin_id: int, *, by: By) -> None:
    """Delete a bulletin, with ``put_back`` as its undo; a finished one is to be opened first."""
    with store.begin() as work:
        held = work.bulletins.get(bulletin_id)
        if held.is_final:
            raise NotAllowedError("定稿的通报不能删除。确要删除的，请先写明理由重新打开。")
        work.bulletins.remove(held.id, by.now)
        note(work, by, "删除通报", _subject(held), held.text.title)


def put_back(store: Store, bulletin_id: int, *, by: By) -> Bulletin:
    """Take a deletion back; raises NotAllowedError where the period has another one now."""
    with store.begin() as work:
        work.bulletins.remove(bulletin_id, None)
        held = work.bulletins.get(bulletin_id)
        newest = work.bulletins.of(held.key)
        if newest and newest.id != held.id:
            raise NotAllowedError(f"{held.stretch.name}已另写了一份通报，没有恢复原来那份。")
        note(work, by, "恢复通报", _subject(held), held.text.title)
        return held


def _draft(work: Work, bulletin_id: int) -> Bulletin:
    held = work.bulletins.get(bulletin_id)
    if held.is_final:
        raise NotAllowedError("这份通报已经定稿，不能改。要改请先写明理由重新打开。")
    return held


def _saved(work: Work, held: Bulletin, text: Text, by: By) -> Bulletin:
    kept = replace(
        held, text=text, changed=by.now, changed_by=by.who, generation=held.generation + 1
    )
    work.bulletins.save(kept)
    return kept


def _is_apart(work: Work, held: Bulletin, by: By) -> bool:
    """Whether what is typed now begins a version of its own."""
    if held.changed_by != by.who or by.now - held.changed > _PAUSE:
        return True
    newest = next(iter(work.bulletins.versions(held.id)), None)
    return newest is None or by.now - newest.changed > _LONGEST


def _version(held: Bulletin) -> Version:
    return Version(held.generation, held.text, held.changed, held.changed_by)


def _tidy(text: Text) -> Text:
    return replace(text, number=" ".join(text.number.split()))


def _must_have_a_title(text: Text) -> None:
    if not text.title:
        raise FieldError("title", "通报还没有标题。请在正文最上面写上标题，再定稿。")
    if len(text.title) > LONGEST_TITLE:
        raise FieldError(
            "title", f"标题有 {len(text.title)} 个字，最多 {LONGEST_TITLE} 个字。请改短。"
        )


def _reason(reason: str, asked: str) -> str:
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", f"请写明{asked}，例如“领导同意按会上口径”。")
    if len(why) > LONGEST_REASON:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST_REASON} 个字。请改短。")
    return why


def _subject(bulletin: Bulletin) -> str:
    return f"bulletin:{bulletin.id}"
