"""The command line: `python main.py [--data DIR] VERB … [--json]` (design §7)."""

import os
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from desk.commands.context import OK, REFUSED, Context, complain, say
from desk.errors import DeskError, sentence_of
from desk.paths import Paths
from desk.store import Store

Restore = Callable[[Paths, Path], None]
Salvage = Callable[[Paths, Path], str]  # into a folder; returns the report

# Where each verb is done; imported on use, so that a small verb starts fast.
_DOERS = {
    "demo": "upkeep.demo",
    "backup": "upkeep.backup",
    "rehearse": "upkeep.rehearse",
    "handover": "handover.hand_over",
    "verify": "upkeep.verify",
    "audit": "audit.audit",
    "today": "today.today",
    "search": "upkeep.search",
    "import": "intake.receive_files",
    "check": "intake.check",
    "units": "tables.units",
    "quota": "tables.quotas",
    "ledger import": "tables.ledger",
    "ledger undo": "tables.undo",
    "ledger list": "tables.batches",
    "scheme import": "schemes.import_",
    "scheme export": "schemes.export",
    "scheme check": "schemes.check",
    "issue list": "issues.list_issues",
    "issue build": "issues.build",
    "issue release": "issues.release_issue",
    "issue correct": "issues.correct_issue",
    "issue withdraw": "issues.withdraw_issue",
    "issue export": "archive.export",
    "scores": "scores.scores",
    "charts": "meeting.charts",
    "bulletin": "bulletins.bulletin",
    "pack": "meeting.pack_meeting",
    "closing": "closings.closings",
    "reconcile": "closings.reconcile_books",
}

_FAMILIES = ("issue", "scheme", "ledger")  # verbs whose actions are done in different places


def parse(arguments: Sequence[str]) -> Namespace:
    """Read the options; exits with 2 and the usage when they are wrong."""
    parser = ArgumentParser(prog="main.py", description="信息编报台")
    parser.add_argument("--data", help="数据文件夹")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _add_office_verbs(verbs)
    _add_draft_verbs(verbs)
    _add_table_verbs(verbs)
    _add_scheme_verbs(verbs)
    _add_issue_verbs(verbs)
    _add_score_verbs(verbs)
    _add_meeting_verbs(verbs)
    _add_closing_verbs(verbs)
    options = parser.parse_args(arguments)
    if options.verb == "check" and bool(options.files) == bool(options.jsonl):
        parser.error("check 要写上文件，或用 --jsonl 给出一行一稿的文件，两者选一。")
    return options


def run_verb(
    options: Namespace,
    paths: Paths,
    open_store: Callable[[Paths], Store],
    restore: Restore,
    salvage: Salvage,
) -> int:
    """Do what was asked: 0 ok, 1 refused or with findings, and a sentence on stderr."""
    try:
        if options.verb in ("restore", "salvage"):
            if options.verb == "restore":
                restore(emptied(options.to) if options.to else paths, Path(options.file))
            else:
                say(salvage(paths, Path(options.to)))
            return OK
        verb = f"{options.verb} {options.action}" if options.verb in _FAMILIES else options.verb
        module, _, name = _DOERS[verb].partition(".")
        doer = getattr(import_module(f"desk.commands.{module}"), name)
        code: int = doer(Context(options, paths, open_store))
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DeskError as error:
        complain(str(error))
        return REFUSED
    except OSError as error:
        complain(sentence_of(error))
        return REFUSED
    return code


def emptied(folder: str) -> Paths:
    """A folder that a backup is restored to. Raises DeskError where something lies in it."""
    path = Path(folder)
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise DeskError(f"“{folder}”里已经有东西，没有恢复。请另选一个空文件夹或新的名字。")
    return Paths(path)


def _add_office_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    verbs.add_parser("demo", help="给空的数据文件夹填入演示办公室")
    tour = verbs.add_parser("tour", help="在演示办公室里走一遍，保存画面和文件")
    tour.add_argument("--out", required=True)
    backup = verbs.add_parser("backup", help="写一份经过校验的备份")
    backup.add_argument("file", nargs="?")
    backup.add_argument("--password", action="store_true", help="给备份加口令")
    restore = verbs.add_parser("restore", help="用备份恢复")
    restore.add_argument("file")
    restore.add_argument("--to", metavar="DIR", help="恢复到这个空文件夹，原来的不动")
    verbs.add_parser("rehearse", help="恢复演练：最近的备份能不能用")
    salvage = verbs.add_parser("salvage", help="从损坏的数据文件里抢救，放进另一个文件夹")
    salvage.add_argument("--to", required=True, metavar="DIR")
    handover = verbs.add_parser("handover", help="写交接包和交接书")
    handover.add_argument("--out", required=True, metavar="FILE")
    handover.add_argument("--password", action="store_true", help="给交接包加口令")
    handover.add_argument("--json", action="store_true")
    verbs.add_parser("verify", help="检查数据文件")
    audit = verbs.add_parser("audit", help="操作记录：列出、导出、核对")
    audit.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DATE")
    audit.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DATE")
    audit.add_argument("--who")
    audit.add_argument("--words")
    audit.add_argument("--leaving", action="store_true", help="只要导出和打印")
    audit.add_argument("--out", metavar="FILE.xlsx|.csv")
    audit.add_argument("--verify", action="store_true", help="逐条核对")
    audit.add_argument("--json", action="store_true")
    today = verbs.add_parser("today", help="今日办理清单")
    today.add_argument("--json", action="store_true")


def _add_draft_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    intake = verbs.add_parser("import", help="收稿：文件或文件夹")
    intake.add_argument("paths", nargs="+")
    intake.add_argument("--received", metavar="DATE")
    check = verbs.add_parser("check", help="检查文件")
    check.add_argument("files", nargs="*")
    check.add_argument("--jsonl", metavar="FILE")
    search = verbs.add_parser("search", help="查来稿")
    search.add_argument("words", nargs="+")
    for parser in (intake, check, search):
        parser.add_argument("--json", action="store_true")


def _add_table_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    for verb, words in (("units", "单位名册"), ("quota", "目标任务")):
        parser = verbs.add_parser(verb, help=f"导入{words}")
        parser.add_argument("action", choices=["import"])
        parser.add_argument("file")
    ledger = verbs.add_parser("ledger", help="旧台账：导入、列出、撤销")
    actions = ledger.add_subparsers(dest="action", required=True)
    take = actions.add_parser("import", help="导入旧台账")
    take.add_argument("file")
    take.add_argument("--map", metavar="FILE.toml", help="表头对照")
    take.add_argument("--dry-run", action="store_true", help="只逐行核对，什么也不记")
    undo = actions.add_parser("undo", help="撤销一批导入")
    undo.add_argument("number", type=int)
    for action in (take, undo, actions.add_parser("list", help="列出导入的各批")):
        action.add_argument("--json", action="store_true")


def _add_scheme_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    actions = verbs.add_parser("scheme", help="计分办法").add_subparsers(
        dest="action", required=True
    )
    taken = actions.add_parser("import", help="从 TOML 文件导入")
    taken.add_argument("file")
    taken.add_argument("--replace", action="store_true", help="换掉同名、同日执行的办法")
    export = actions.add_parser("export", help="导出成 TOML 文件")
    export.add_argument("file")
    export.add_argument("--name", help="办法的名称；不写是今天在执行的")
    export.add_argument("--date", help="这一天在执行的")
    check = actions.add_parser("check", help="检查文件或已有的办法")
    check.add_argument("file", metavar="FILE.toml|NAME")
    check.add_argument("--json", action="store_true")
    for parser in (export, check):
        parser.add_argument("--purpose", default="计分", choices=["计分", "稿酬"])


def _add_issue_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    actions = verbs.add_parser("issue", help="期").add_subparsers(dest="action", required=True)
    actions.add_parser("list").add_argument("--json", action="store_true")
    build = actions.add_parser("build")
    build.add_argument("number", type=int)
    build.add_argument("--out", required=True)
    for verb in ("release", "correct", "withdraw"):
        action = actions.add_parser(verb)
        action.add_argument("number", type=int)
        if verb == "withdraw":
            action.add_argument("--reason", required=True, help="撤销的理由")
    export = actions.add_parser("export", help="导出年度归档")
    export.add_argument("--year", type=int, required=True)
    export.add_argument("--out", required=True, help="新文件夹")
    export.add_argument("--json", action="store_true")


def _add_score_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    scores = verbs.add_parser("scores", help="各单位得分")
    scores.add_argument("--from", dest="first", required=True, metavar="DATE")
    scores.add_argument("--to", dest="last", required=True, metavar="DATE")
    scores.add_argument("--json", action="store_true")
    scores.add_argument("--scheme", metavar="FILE.toml|名称", help="按这个办法试算，不动台账")
    scores.add_argument("--purpose", choices=["计分", "稿酬"], default="计分")
    scores.add_argument("--people", action="store_true", help="连同个人得分")


def _add_meeting_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    charts = verbs.add_parser("charts", help="考核图表")
    charts.add_argument("--period", required=True, metavar="2026Q3")
    charts.add_argument("--out", required=True)
    charts.add_argument("--chart", action="append", metavar="bullet", help="只要这些图")
    charts.add_argument("--paper", choices=["across", "upright", "16:9", "4:3"], default="across")
    bulletin = verbs.add_parser("bulletin", help="通报")
    bulletin.add_argument("--period", required=True, metavar="2026Q3")
    bulletin.add_argument("--out", required=True)
    pack = verbs.add_parser("pack", help="会议材料")
    pack.add_argument("--period", required=True, metavar="2026Q3")
    pack.add_argument("--out", required=True)
    pack.add_argument("--json", action="store_true")


def _add_closing_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    actions = verbs.add_parser("closing", help="结账").add_subparsers(dest="action", required=True)
    actions.add_parser("list").add_argument("--json", action="store_true")
    for verb in ("close", "reopen", "compare"):
        action = actions.add_parser(verb)
        action.add_argument("period", metavar="2026-07")
        action.add_argument("--json", action="store_true")
        if verb == "close":
            action.add_argument("--check", action="store_true", help="只检查，不结账")
        if verb == "reopen":
            action.add_argument("--reason", required=True, help="重新打开的理由")
    books = verbs.add_parser("reconcile", help="对账")
    books.add_argument("--from", dest="first", metavar="DATE")
    books.add_argument("--to", dest="last", metavar="DATE")
    books.add_argument("--json", action="store_true")
