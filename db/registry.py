"""Units, groups and quotas: values of desk to rows and back."""

import json
from dataclasses import asdict, replace

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from db import models, unit_models
from db.bodies import dump
from db.columns import one_line
from db.matter_models import MatterUnit
from db.quota_details import details_json, quota_from
from db.sorting import title_key
from desk.errors import NotAllowedError, NotFoundError
from desk.units import Quota, Unit, UnitChange, UnitGroup, UnitStep, UpperTask


class SqlRegistry:
    """``desk.store.Registry`` on one session; its units are read once until one is changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._units: list[Unit] | None = None

    def groups(self) -> list[UnitGroup]:
        """The groups by position."""
        model = models.UnitGroup
        rows = self._session.scalars(select(model).order_by(model.position, model.id))
        return [_to_group(row) for row in rows]

    def save_group(self, group: UnitGroup) -> UnitGroup:
        """Add (id 0) or change a group; raises NotAllowedError for a name already taken."""
        self._units = None
        model = models.UnitGroup
        self._must_be_free(select(model.id).where(model.name == one_line(group.name)), group)
        row = self._group_row(group.id) if group.id else model()
        row.name = group.name
        row.position = group.position
        self._session.add(row)
        self._session.flush()
        return _to_group(row)

    def delete_group(self, group_id: int) -> None:
        """Remove a group; raises NotAllowedError while units belong to it."""
        self._units = None
        row = self._group_row(group_id)
        member = select(models.Unit.name).where(models.Unit.group_id == group_id).limit(1)
        name = self._session.scalar(member)
        if name is not None:
            raise NotAllowedError(
                f"分组“{row.name}”里还有“{name}”等单位，不能删除。请先把它们移到别的分组。"
            )
        self._session.delete(row)
        self._session.flush()

    def units(self) -> list[Unit]:
        """All units by group and name (as pinyin orders it), inactive ones too."""
        if self._units is None:
            group = models.UnitGroup
            rows = self._session.execute(select(models.Unit, group.position, group.id).join(group))
            ordered = sorted(
                rows, key=lambda row: (row[1], row[2], title_key(row[0].name), row[0].id)
            )
            self._units = [_to_unit(row) for row, _, _ in ordered]
        return list(self._units)

    def save_unit(self, unit: Unit) -> Unit:
        """Add (id 0) or change a unit; raises NotAllowedError for a name already taken."""
        self._units = None
        model = models.Unit
        self._must_be_free(select(model.id).where(model.name == one_line(unit.name)), unit)
        self._group_row(unit.group_id)
        row = self._unit_row(unit.id) if unit.id else model()
        row.name = unit.name
        row.short = unit.short
        row.group_id = unit.group_id
        row.aliases = dump(unit.aliases)
        row.active = unit.active
        row.code = unit.code
        self._session.add(row)
        self._session.flush()
        return _to_unit(row)

    def delete_unit(self, unit_id: int) -> None:
        """Remove a unit and its quotas; raises NotAllowedError while drafts or facts name it."""
        self._units = None
        row = self._unit_row(unit_id)
        for model, what in (
            (models.DraftUnit, "稿件"),
            (models.Fact, "得分台账"),
            (MatterUnit, "督办事项"),
        ):
            if self._session.scalar(select(model.unit_id).filter_by(unit_id=unit_id).limit(1)):
                raise NotAllowedError(
                    f"“{row.name}”已有{what}，不能删除。不再报送的单位请改为“停用”，历史记录会保留。"
                )
        self._session.execute(delete(models.Quota).where(models.Quota.unit_id == unit_id))
        self._session.delete(row)
        self._session.flush()

    def quotas(self, year: int) -> list[Quota]:
        """The quotas of a year, by unit."""
        model = models.Quota
        rows = self._session.scalars(
            select(model).where(model.year == year).order_by(model.unit_id)
        )
        return [
            quota_from(row.year, row.unit_id, (row.points, row.items), row.details) for row in rows
        ]

    def save_quota(self, quota: Quota) -> None:
        """Set a unit's quota of a year."""
        self._unit_row(quota.unit_id)
        self._session.merge(
            models.Quota(
                year=quota.year,
                unit_id=quota.unit_id,
                points=quota.points,
                items=quota.items,
                details=details_json(quota),
            )
        )
        self._session.flush()

    def delete_quota(self, year: int, unit_id: int) -> None:
        """Take a unit's quota of a year away, if it has one."""
        model = models.Quota
        self._session.execute(delete(model).where(model.year == year, model.unit_id == unit_id))

    def unit_changes(self) -> list[UnitChange]:
        """The history of all units, by day."""
        model = unit_models.UnitChange
        rows = self._session.scalars(select(model).order_by(model.day, model.id))
        return [_to_change(row) for row in rows]

    def save_unit_change(self, change: UnitChange) -> UnitChange:
        """Add (id 0) or change a step of a unit's history."""
        values = asdict(change) | {"step": change.step.value, "id": change.id or None}
        row = self._session.merge(unit_models.UnitChange(**values))
        self._session.flush()
        return replace(change, id=row.id)

    def delete_unit_change(self, change_id: int) -> None:
        """Take a step of a unit's history away."""
        model = unit_models.UnitChange
        self._session.execute(delete(model).where(model.id == change_id))

    def upper_tasks(self, year: int) -> list[UpperTask]:
        """What upper levels ask of the office in a year, by tier."""
        model = unit_models.UpperTask
        rows = self._session.scalars(select(model).where(model.year == year).order_by(model.tier))
        return [UpperTask(row.year, row.tier, row.points, row.items, row.note) for row in rows]

    def save_upper_task(self, task: UpperTask) -> None:
        """Set what one tier asks in a year."""
        self._session.merge(unit_models.UpperTask(**asdict(task)))
        self._session.flush()

    def delete_upper_task(self, year: int, tier: str) -> None:
        """Take away what one tier asks in a year."""
        model = unit_models.UpperTask
        self._session.execute(delete(model).where(model.year == year, model.tier == tier))

    def _group_row(self, group_id: int) -> models.UnitGroup:
        row = self._session.get(models.UnitGroup, group_id)
        if row is None:
            raise NotFoundError(f"找不到编号为 {group_id} 的单位分组。请刷新后再试。")
        return row

    def _unit_row(self, unit_id: int) -> models.Unit:
        row = self._session.get(models.Unit, unit_id)
        if row is None:
            raise NotFoundError(f"找不到编号为 {unit_id} 的单位。请刷新后再试。")
        return row

    def _must_be_free(self, holder: Select[int], value: Unit | UnitGroup) -> None:
        found = self._session.scalar(holder)
        if found is not None and found != value.id:
            raise NotAllowedError(f"名称“{value.name}”已经有了。请换一个名称，或修改原有的那一条。")


def _to_group(row: models.UnitGroup) -> UnitGroup:
    return UnitGroup(row.name, row.position, row.id)


def _to_unit(row: models.Unit) -> Unit:
    aliases = tuple(json.loads(row.aliases))
    return Unit(row.name, row.short, row.group_id, aliases, row.active, row.code, row.id)


def _to_change(row: unit_models.UnitChange) -> UnitChange:
    return UnitChange(
        row.day, UnitStep(row.step), row.unit_id, row.former, row.into_id, row.note, row.id
    )
