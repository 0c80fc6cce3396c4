"""Settings are changed with a record of who changed which."""

from dataclasses import replace

import pytest

from desk.auditing import By
from desk.configuring import change_settings
from desk.errors import DeskError
from desk.settings import Settings, load


def records(store):
    with store.read() as work:
        return work.audit.records("settings")


def test_the_record_says_what_each_setting_was_and_is(store, paths, now):
    wanted = replace(Settings(), mark="内部资料", hourly=False)
    change_settings(store, Settings(), wanted, paths.settings, By("王敏", now))
    (record,) = records(store)
    assert record.detail == "内部资料标志：内部资料 注意保存 → 内部资料；每小时备份：是 → 否"
    assert load(paths.settings) == wanted


def test_saving_what_is_as_it_was_leaves_no_record(store, paths, now):
    change_settings(store, Settings(), Settings(), paths.settings, By("王敏", now))
    assert records(store) == []


def test_settings_that_could_not_be_written_leave_no_record(store, paths, now):
    wanted = replace(Settings(), office="别处")
    with pytest.raises(DeskError, match="写不进去"):
        change_settings(store, Settings(), wanted, paths.data / "没有" / "设置", By("王敏", now))
    assert records(store) == []
