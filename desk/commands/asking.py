"""Ask for the store's password where there is a terminal to ask on."""

import os
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TypeVar

from desk.errors import BackupLockedError, DeskError, LockedError
from desk.vault.passwords import must_do
from desk.vault.sealing import is_sealed

T = TypeVar("T")

VARIABLE = "INFODESK_PASSWORD"
PACKAGE_VARIABLE = "INFODESK_PACKAGE_PASSWORD"


def taken_password() -> str:
    """The password given by the environment, taken out of it: no process we start inherits it."""
    return os.environ.pop(VARIABLE, "")


def package_password(source: Path) -> str:
    """The password of a sealed package, given and taken as the other one, else typed.

    "" for one that is not sealed. Raises LockedError where there is nobody to ask.
    """
    given = os.environ.pop(PACKAGE_VARIABLE, "")
    if given or not source.is_file() or not is_sealed(source):
        return given
    if not sys.stdin.isatty():
        raise LockedError(
            f"这份备份加了口令。请把口令放进环境变量 {PACKAGE_VARIABLE}，或在终端里运行。"
        )
    return getpass("文件的口令：")


def new_package_password() -> str:
    """The password for a new package: from the environment, else typed twice. Raises DeskError."""
    given = os.environ.pop(PACKAGE_VARIABLE, "")
    if not given:
        if not sys.stdin.isatty():
            raise DeskError(
                f"要加口令，请把口令放进环境变量 {PACKAGE_VARIABLE}，或在终端里运行，按提示输入。"
            )
        given = getpass("给文件加的口令：")
        if getpass("再输一次：") != given:
            raise DeskError("两次输入的口令不一样，没有写。请重新运行。")
    must_do(given)
    return given


def unlocked(attempt: Callable[[str], T], given: str) -> T:
    """Do what may need the password: with what was given, else with what is typed.

    Raises LockedError where it is wrong, or missing and there is nobody to ask.
    """
    try:
        return _unlocked(attempt, given)
    except BackupLockedError as error:
        raise LockedError(f"{error}命令行里请放进环境变量 {PACKAGE_VARIABLE}。") from error


def _unlocked(attempt: Callable[[str], T], given: str) -> T:
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
