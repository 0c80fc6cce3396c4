"""Choose the month that slips are written for."""

from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox

_BACK = 24  # months


class MonthBox(QComboBox):
    """The months up to this one, the newest first."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setAccessibleName("月份")
        self.setToolTip("哪一个月收到的信息")
        first = today.replace(day=1)
        for _month in range(_BACK):
            self.addItem(f"{first.year}年{first.month}月", (first.year, first.month))
            first = (first - timedelta(days=1)).replace(day=1)

    def month(self) -> tuple[int, int]:
        """Year and month chosen."""
        year, month = self.currentData()
        return year, month

    def choose(self, day: date) -> None:
        """Choose the month of a day, where it is listed."""
        at = self.findText(f"{day.year}年{day.month}月")
        self.setCurrentIndex(max(0, at))
