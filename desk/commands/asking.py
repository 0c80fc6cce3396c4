"""Ask for the store's password where there is a terminal to ask on."""

import os
import sys
from collections.abc import Callable
from getpass import getpass
from typing import TypeVar

from desk.errors import LockedError

T = TypeVar("T")

VARIABLE = "INFODESK_PASSWORD"


def taken_password() -> str:
    """The password given by the environment, taken out of it: no process we start inherits it."""
    return os.environ.pop(VARIABLE, "")


def unlocked(attempt: Callable[[str], T], given: str) -> T:
    """Do what may need the password: with what was given, else with what is typed.

    Raises LockedError where it is wrong, or missing and there is nobody to ask.
    """
    try:
        return attempt(given)
    except LockedError as error:
        if given or error.until is not None:
            raise
        if not sys.stdin.isatty():
            raise LockedError(
                f"数据文件有口令。请把口令放进环境变量 {VARIABLE}，或在终端里运行，按提示输入。"
            ) from error
    return attempt(getpass("口令（或恢复密钥）："))
