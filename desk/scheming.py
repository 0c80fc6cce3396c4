"""Use cases on schemes as files: import with undo, export, find the one meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.auditing import By, note
from desk.errors import DeskError, FieldError, NotFoundError
from desk.publications import Publication
from desk.registering import keep_scheme
from desk.scheme_context import context_of
from desk.scheme_planning import plan
from desk.scoring.checking.check import check_scheme
from desk.scoring.checking.complaint import Complaint, Level
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.schemes.coding import SchemeFormatError, file_of, scheme_of
from desk.scoring.schemes.file import dump
from desk.scoring.schemes.nearest import meant
from desk.scoring.schemes.rows import SchemeFile
from desk.scoring.years import on_day
from desk.store import Store, Work


@dataclass(frozen=True, slots=True)
class SchemeImport:
    """What an import did, so that it can be told and taken back.

    ``former`` is the scheme it replaced; ``carriers`` are publications as they are now, each
    with what it was before (None: registered by the import). ``complaints`` are no errors.
    """

    scheme: Scheme
    former: Scheme | None
    carriers: tuple[tuple[Publication, Publication | None], ...] = ()
    complaints: tuple[Complaint, ...] = ()

    @property
    def told(self) -> str:
        """What was done, in a sentence."""
        what = "换成文件里的" if self.former else "导入"
        rows = len(self.scheme.rules) + len(self.scheme.clauses)
        added = "、".join(f"《{now.name}》" for now, before in self.carriers if before is None)
        held = [(now, before) for now, before in self.carriers if before]
        changed = "、".join(f"《{now.name}》" for now, one in held if now.sections != one.sections)
        tiers = "、".join(f"《{now.name}》" for now, one in held if now.tier is not one.tier)
        parts = [f"“{self.scheme.name}”{what}，{self.scheme.valid_from} 起执行，共 {rows} 行"]
        parts += [f"登记刊物{added}"] if added else []
        parts += [f"{changed}加了栏目"] if changed else []
        parts += [f"{tiers}的层级改成文件里的"] if tiers else []
        return "；".join(parts) + "。"


def replaced_by(schemes: Iterable[Scheme], file: SchemeFile) -> Scheme | None:
    """The scheme that importing the file would replace: same name, purpose and first day."""
    wanted = (file.head.name.strip(), file.head.purpose, file.head.valid_from)
    return next((one for one in schemes if (one.name, one.purpose, one.valid_from) == wanted), None)


def import_scheme(
    store: Store, file: SchemeFile, *, replacing: bool = False, by: By
) -> SchemeImport:
    """Keep a file's scheme and register what it lists; all of it or nothing.

    One of the same name and first day is replaced only when told so. Raises DeskError,
    SchemeFormatError with everything that stands against it, what the check finds included.
    """
    with store.begin() as work:
        former = replaced_by(work.catalogue.schemes(), file)
        if former and not replacing:
            raise DeskError(
                f"“{former.name}”（{former.valid_from} 起执行）已经有了。"
                "要用文件里的换掉它，请确认替换（命令行加 --replace）；要另存一份，请改名称和日期。"
            )
        wanted = plan(work.catalogue.publications(), file.carriers, free=not work.ledger.last_id())
        carriers = tuple((_kept(work, now, before, by), before) for now, before in wanted)
        scheme = scheme_of(file, work.catalogue.publications(), former.id if former else 0)
        found = check_scheme(scheme, context_of(work, by.today))
        wrong = [f"{one.place}：{one.text}" for one in found if one.level is Level.ERROR]
        if wrong:
            raise SchemeFormatError(wrong)
        try:
            saved = keep_scheme(work, scheme, by=by, what="导入计分办法")
        except FieldError as error:
            raise SchemeFormatError([str(error)]) from error
        return SchemeImport(saved, former, carriers, found)


def undo_import(store: Store, done: SchemeImport, *, by: By) -> None:
    """Bring back what an import replaced, and take away what it added."""
    with store.begin() as work:
        if done.former:
            work.catalogue.save_scheme(done.former)
        else:
            work.catalogue.delete_scheme(done.scheme.id)
        for now, before in reversed(done.carriers):
            subject = f"publication:{now.id}"
            if before:
                work.catalogue.save_publication(before)
                note(work, by, "恢复刊物", subject, f"{before.name}　撤销导入计分办法")
            else:
                work.catalogue.delete_publication(now.id)
                note(work, by, "删除刊物", subject, f"{now.name}　撤销导入计分办法")
        note(work, by, "撤销导入计分办法", f"scheme:{done.scheme.id}", done.scheme.name)


def delete_scheme(store: Store, scheme: Scheme, *, by: By) -> None:
    """Remove a scheme; saving it again with id 0 brings it back."""
    with store.begin() as work:
        work.catalogue.delete_scheme(scheme.id)
        detail = f"{scheme.name}　{scheme.valid_from:%Y-%m-%d} 起"
        note(work, by, "删除计分办法", f"scheme:{scheme.id}", detail)


def export_text(store: Store, scheme: Scheme) -> str:
    """The scheme as a TOML file's text."""
    with store.read() as work:
        return dump(file_of(scheme, work.catalogue.publications()))


def find_scheme(schemes: Sequence[Scheme], words: str, purpose: Purpose) -> Scheme:
    """The scheme of a name, or the one in force on a date; raises NotFoundError."""
    named = [one for one in schemes if one.name == words.strip()]
    if named:
        return named[-1]
    try:
        found = on_day(schemes, date.fromisoformat(words.strip()), purpose)
    except ValueError:
        names = "、".join(f"“{one.name}”" for one in schemes) or "一个也没有"
        hint = meant(words, [one.name for one in schemes])
        raise NotFoundError(f"没有叫“{words}”的计分办法。{hint}现有：{names}。") from None
    if found is None:
        raise NotFoundError(f"{words} 没有{purpose}办法在执行。请换一个日期，或写办法的名称。")
    return found


def _kept(work: Work, now: Publication, before: Publication | None, by: By) -> Publication:
    saved = work.catalogue.save_publication(now)
    names = "、".join(one.name for one in saved.sections)
    what = "修改刊物" if before else "新增刊物"
    detail = f"{saved.name}　{saved.tier}；栏目：{names or '无'}（随计分办法导入）"
    note(work, by, what, f"publication:{saved.id}", detail)
    return saved
