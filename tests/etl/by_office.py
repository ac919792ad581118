"""Texts -> the same as web pages, PDF, Word files and slides, made by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.etl.as_formats import as_docx, as_html, as_pptx

OFFICE = shutil.which("soffice")
SECONDS = 300
# kind -> what it is made from, and LibreOffice's name for it
FROM = {
    "html": ("docx", "html"), "pdf": ("docx", "pdf"), "docx": ("html", "docx:MS Word 2007 XML"),
    "pptx": ("pptx", "pptx"),
}  # fmt: skip
MADE = {"docx": as_docx, "html": as_html, "pptx": as_pptx}
READ_AS = {"html": ["--infilter=HTML (StarWriter)"]}  # else a page is opened for the web, and becomes no Word file


def converted(kind: str, texts: dict[str, str], folder: Path) -> dict[str, Path]:
    """Return the files of `kind` that LibreOffice makes of texts, by their names; all in one call."""
    source, target = FROM[kind]
    made, out = folder / "made", folder / "out"
    made.mkdir()
    for name, text in texts.items():
        (made / f"{name}.{source}").write_bytes(MADE[source](text))
    own = f"-env:UserInstallation=file://{folder / 'profile'}"  # so that two can run at once
    command = [str(OFFICE), own, "--headless", *READ_AS.get(source, []), "--convert-to", target]
    command += ["--outdir", str(out), *map(str, sorted(made.iterdir()))]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {name: out / f"{name}.{kind}" for name in texts}
