"""Publications with their sections, and schemes: values of desk to rows and back."""

import json
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import models
from db.bodies import dump
from db.columns import one_line
from db.decisions import plain_json, recipients_from, schedule_from
from desk.errors import NotAllowedError, NotFoundError
from desk.publications import (
    Appearance,
    Limits,
    Numbering,
    Publication,
    Retention,
    Section,
    Signature,
    Tier,
)
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.scoring.schemes.coding import document_of, in_order, with_document


class SqlCatalogue:
    """``desk.store.Catalogue`` on one session; publications are read once until one is changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._publications: list[Publication] | None = None

    def publications(self) -> list[Publication]:
        """All publications with their sections by position, in the order they were added."""
        if self._publications is None:
            self._publications = self._read_publications()
        return list(self._publications)

    def _read_publications(self) -> list[Publication]:
        section = models.Section
        held: dict[int, list[Section]] = {}
        for row in self._session.scalars(select(section).order_by(section.position, section.id)):
            held.setdefault(row.publication_id, []).append(_to_section(row))
        rows = self._session.scalars(select(models.Publication).order_by(models.Publication.id))
        return [_to_publication(row, tuple(held.get(row.id, ()))) for row in rows]

    def save_publication(self, publication: Publication) -> Publication:
        """Add (id 0) or change a publication and its sections (section id 0 is new).

        A section left out is removed; raises NotAllowedError where entries or points name it.
        """
        self._publications = None
        row = self._publication_row(publication)
        row.name = publication.name
        row.template = publication.template
        row.tier = publication.tier.value
        row.copies = publication.copies
        row.send_to = dump(publication.send_to)
        row.active = publication.active
        _limit(row, publication.limits)
        row.results_only = publication.results_only
        _decide(row, publication)
        self._session.add(row)
        self._session.flush()
        return _to_publication(row, self._save_sections(row.id, publication.sections))

    def schemes(self) -> list[Scheme]:
        """All schemes, the oldest first."""
        model, rule = models.Scheme, models.PointRule
        held: dict[int, list[PointRule]] = {}
        for row in self._session.scalars(select(rule).order_by(rule.scheme_id, rule.position)):
            held.setdefault(row.scheme_id, []).append(_to_rule(row))
        rows = self._session.scalars(select(model).order_by(model.valid_from, model.id))
        return [_to_scheme(row, tuple(held.get(row.id, ()))) for row in rows]

    def save_scheme(self, scheme: Scheme) -> Scheme:
        """Add (id 0) or change a scheme."""
        row = self._session.get(models.Scheme, scheme.id) if scheme.id else models.Scheme()
        if row is None:
            raise NotFoundError(f"找不到编号为 {scheme.id} 的计分办法。请刷新后再试。")
        row.name = scheme.name
        row.valid_from = scheme.valid_from
        row.joint = scheme.joint.value
        row.document = document_of(scheme)
        self._session.add(row)
        self._session.flush()
        rule = models.PointRule
        self._session.execute(delete(rule).where(rule.scheme_id == row.id))
        self._session.add_all(
            _rule_row(row.id, position, item) for position, item in enumerate(scheme.rules)
        )
        self._session.flush()
        return replace(scheme, name=row.name, id=row.id, clauses=in_order(scheme.clauses))

    def delete_scheme(self, scheme_id: int) -> None:
        """Remove a scheme and its points; an unknown id does nothing."""
        rule = models.PointRule
        self._session.execute(delete(rule).where(rule.scheme_id == scheme_id))
        self._session.execute(delete(models.Scheme).where(models.Scheme.id == scheme_id))

    def delete_publication(self, publication_id: int) -> None:
        """Remove a publication that nothing names; raises NotAllowedError where something does."""
        self._publications = None
        section, model = models.Section, models.Publication
        try:
            with self._session.begin_nested():
                self._session.execute(delete(section).filter_by(publication_id=publication_id))
                self._session.execute(delete(model).where(model.id == publication_id))
        except IntegrityError as error:
            raise NotAllowedError(
                "这个刊物已有期、台账或分值，不能删除。不再用的，请停用它。"
            ) from error
        self._session.expire_all()

    def _publication_row(self, publication: Publication) -> models.Publication:
        model = models.Publication
        named = select(model.id).where(model.name == one_line(publication.name))
        found = self._session.scalar(named)
        if found is not None and found != publication.id:
            raise NotAllowedError(
                f"刊物“{publication.name}”已经有了。请换一个名称，或修改原有的刊物。"
            )
        row = self._session.get(model, publication.id) if publication.id else model()
        if row is None:
            raise NotFoundError(f"找不到编号为 {publication.id} 的刊物。请刷新后再试。")
        return row

    def _save_sections(
        self, publication_id: int, sections: tuple[Section, ...]
    ) -> tuple[Section, ...]:
        stored = select(models.Section).where(models.Section.publication_id == publication_id)
        rows = {row.id: row for row in self._session.scalars(stored)}
        kept = [self._save_section(publication_id, rows, section) for section in sections]
        for row in rows.values():
            if row not in kept:
                self._delete_section(row)
        self._session.flush()
        kept.sort(key=lambda row: (row.position, row.id))
        return tuple(_to_section(row) for row in kept)

    def _save_section(
        self, publication_id: int, rows: dict[int, models.Section], section: Section
    ) -> models.Section:
        if section.id and section.id not in rows:
            raise NotFoundError(f"栏目“{section.name}”不是这个刊物的栏目。请刷新后再试。")
        row = rows.get(section.id) or models.Section(publication_id=publication_id)
        row.name = section.name
        row.position = section.position
        _limit(row, section.limits)
        self._session.add(row)
        self._session.flush()
        return row

    def _delete_section(self, row: models.Section) -> None:
        for model in (models.Entry, models.Fact, models.PointRule):
            if self._session.scalar(select(model.section_id).filter_by(section_id=row.id).limit(1)):
                raise NotAllowedError(
                    f"栏目“{row.name}”已有条目、台账或分值，不能删除。请保留它，或先改用别的栏目。"
                )
        self._session.delete(row)


def _to_section(row: models.Section) -> Section:
    return Section(row.name, row.position, row.id, _limits(row))


def _limits(row: models.Section | models.Publication) -> Limits:
    return Limits(row.shortest, row.longest, row.paragraphs)


def _limit(row: models.Section | models.Publication, limits: Limits) -> None:
    row.shortest, row.longest, row.paragraphs = limits.shortest, limits.longest, limits.paragraphs


def _decide(row: models.Publication, publication: Publication) -> None:
    row.readers, row.mark = publication.readers, publication.mark
    row.controlled, row.retention = publication.controlled, publication.retention.value
    row.schedule = plain_json(publication.schedule)
    row.numbering = plain_json(publication.numbering)
    row.signature = plain_json(publication.signature)
    row.recipients = plain_json(publication.recipients)
    row.appearance = plain_json(publication.appearance)


def _to_publication(row: models.Publication, sections: tuple[Section, ...]) -> Publication:
    return Publication(
        name=row.name,
        sections=sections,
        template=row.template,
        tier=Tier(row.tier),
        copies=row.copies,
        send_to=tuple(json.loads(row.send_to)),
        active=row.active,
        id=row.id,
        limits=_limits(row),
        results_only=row.results_only,
        readers=row.readers,
        mark=row.mark,
        controlled=row.controlled,
        retention=Retention(row.retention),
        schedule=schedule_from(row.schedule),
        numbering=Numbering(**json.loads(row.numbering)),
        signature=Signature(**json.loads(row.signature)),
        recipients=recipients_from(row.recipients),
        appearance=Appearance(**json.loads(row.appearance)),
    )


def _to_scheme(row: models.Scheme, rules: tuple[PointRule, ...]) -> Scheme:
    columns = Scheme(row.name, row.valid_from, rules, JointShare(row.joint), row.id)
    return with_document(columns, row.document)


def _to_rule(row: models.PointRule) -> PointRule:
    return PointRule(row.publication_id, row.points, row.section_id, row.composite)


def _rule_row(scheme_id: int, position: int, rule: PointRule) -> models.PointRule:
    return models.PointRule(
        scheme_id=scheme_id,
        position=position,
        publication_id=rule.publication_id,
        section_id=rule.section_id,
        points=rule.points,
        composite=rule.composite,
    )
