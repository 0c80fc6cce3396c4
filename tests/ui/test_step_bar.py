"""The bar of a long job: true to what is done, whatever the job counts in."""

import pytest

from desk.jobs import Progress
from ui.step_bar import StepBar


@pytest.fixture
def bar(qtbot):
    made = StepBar()
    qtbot.addWidget(made)
    return made


def part(bar):
    return bar.value() / bar.maximum()


def test_a_store_of_many_gigabytes_has_its_bar(bar):
    bar.show_step(Progress(3_000_000_000, 12_000_000_000, "正在写备份"))
    assert part(bar) == 0.25


def test_it_moves_without_a_measure_while_nobody_knows_how_much_there_is(bar):
    bar.show_step(Progress(0, 1, "正在打开恢复出来的数据"))
    assert bar.maximum() == 0
    bar.show_step(Progress(1, 2, "正在核对印发的文件"))
    assert part(bar) == 0.5
