"""LibreOffice as a second reader of our .docx: the nearest to Word that a test can run.

It lacks the official faces and, in 7.4, ignores two settings that Word and WPS keep
(自动间距 and 悬挂标点 off). The faces are lent under their official names from the bundled ones;
the two settings are put into LibreOffice's own format before it sets the pages.
"""

import os
import re
import subprocess
from pathlib import Path
from shutil import copyfile, which

from fontTools.ttLib import TTFont, newTable

from desk.layout.fonts import OFFICIAL, bundled_fonts

_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
_FLAGS = {"style:text-autospace": "none", "style:punctuation-wrap": "simple"}
_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6
_UNICODE = (3, 1, 0x409)  # platform, encoding, language of a name
_REGULAR, _SELECTION_REGULAR = 400, 0x40
_TIMEOUT_S = 300


class LibreOffice:
    """One profile with the official faces' names; ``folder`` is its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        program = which("soffice")
        if program is None:
            raise RuntimeError("soffice is not installed")
        self._program = program
        fonts = folder / "fonts"
        fonts.mkdir(parents=True)
        _lend_faces(fonts)
        config = folder / "fonts.conf"
        config.write_text(_CONFIG.format(fonts=fonts, cache=folder / "cache"), "utf-8")
        self._environment = os.environ | {"FONTCONFIG_FILE": str(config)}

    def as_written(self, files: list[Path], out: Path) -> None:
        """Set .docx files as they are: a PDF of the same name for each."""
        self._convert("pdf", files, out)

    def as_in_word(self, files: list[Path], out: Path) -> None:
        """Set .docx files with the two settings that Word keeps."""
        self._convert("fodt", files, out)
        own = [out / f"{file.stem}.fodt" for file in files]
        for file in own:
            file.write_text(_restored(file.read_text("utf-8")), "utf-8")
        self._convert("pdf", own, out)

    def _convert(self, kind: str, files: list[Path], out: Path) -> None:
        command = [
            self._program,
            "--headless",
            f"-env:UserInstallation=file://{self._folder}/profile",
            *("--convert-to", kind, "--outdir", str(out), *map(str, files)),
        ]
        subprocess.run(  # noqa: S603 - a fixed program with our own files
            command, check=True, capture_output=True, timeout=_TIMEOUT_S, env=self._environment
        )


def _restored(text: str) -> str:
    """The two settings in every paragraph style, the default one first of all."""
    for name, value in _FLAGS.items():
        text = re.sub(rf' {name}="[^"]*"', "", text)
        text = text.replace(
            "<style:paragraph-properties", f'<style:paragraph-properties {name}="{value}"'
        )
    return text


def _lend_faces(folder: Path) -> None:
    """Copy the faces of the PDF under the names that the .docx gives."""
    fonts = bundled_fonts()
    copyfile(fonts.fallback.path, folder / fonts.fallback.path.name)
    for face, file in fonts.faces.items():
        with TTFont(file.path) as font:
            names = newTable("name")
            names.names = []
            for number in (_FAMILY, _FULL):
                names.setName(OFFICIAL[face], number, *_UNICODE)
            names.setName("Regular", _STYLE, *_UNICODE)
            names.setName(f"Lent-{face.name}", _POSTSCRIPT, *_UNICODE)
            font["name"] = names
            font["OS/2"].usWeightClass = _REGULAR
            font["OS/2"].fsSelection = _SELECTION_REGULAR
            font["head"].macStyle = 0
            font["CFF "].cff.fontNames[0] = f"Lent-{face.name}"
            font.save(folder / f"{face.name}.otf")
