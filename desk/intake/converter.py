"""Have LibreOffice, where it happens to be installed, turn an old document into a .docx.

Bounds: 12 seconds, one program at a time, a profile and a folder of its own that are removed
afterwards; macros, linked files and the network stay off. Nothing here is ever required.
"""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from desk.intake.transient import private_folder

TIMEOUT_S = 12.0  # below the reader's own limit, so that the program is ended with its children
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
_SETTING = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    # a style sheet that a page names is fetched all the same: nothing answers at this proxy
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        ("Inet/Settings", f"ooInet{kind}Proxy{field}", value)
        for kind in ("HTTP", "HTTPS", "FTP")
        for field, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
)
# named, so that no other reader is chosen by what the text looks like
_READERS = {".rtf": ("--infilter=Rich Text Format",)}
# LibreOffice reads the picture a field names, wherever it lies: no field keeps its instruction.
# Of one length, because binary parts are counted.
_INSTRUCTION, _IGNORED = rb"\fldinst", rb"\*\fldxx"
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def program() -> str | None:
    """Where LibreOffice is; None when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def to_docx(data: bytes, suffix: str, timeout_s: float = TIMEOUT_S) -> bytes | None:
    """The document as a .docx; None without LibreOffice, in time, or when it cannot read it."""
    soffice = program()
    if soffice is None:
        return None
    with private_folder() as folder:
        source, profile = folder / f"in{suffix}", folder / "profile"
        source.write_bytes(_without_fields(data) if suffix == ".rtf" else data)
        _write_profile(profile)
        command = [
            soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", *_READERS.get(suffix, ()), "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(folder), str(source),
        ]  # fmt: skip
        with suppress(OSError):
            _run(command, timeout_s, folder)
            return (folder / "in.docx").read_bytes()
    return None


def _without_fields(data: bytes) -> bytes:
    """An RTF text whose fields name nothing to be read; what they showed last stays."""
    return data.replace(_INSTRUCTION, _IGNORED)


def _write_profile(profile: Path) -> None:
    """Settings that keep macros, active content and links off."""
    (profile / "user").mkdir(parents=True)
    items = "".join(_SETTING.format(*setting) for setting in _SETTINGS)
    text = _REGISTRY.format(items)
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _run(command: list[str], timeout_s: float, folder: Path) -> None:
    """Run a program to its end or its time limit; its children end with it.

    Its own temporary files, copies of the document among them, lie in the folder too.
    """
    with subprocess.Popen(  # noqa: S603 - our own arguments, no shell
        command,
        env={**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
        subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False)  # noqa: S603 - our own child
    else:
        os.killpg(process.pid, signal.SIGKILL)
