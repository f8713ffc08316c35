"""DOC, RTF and ODT: LibreOffice, without a window and with a profile of its own, makes them DOCX."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers import docx
from resodoc.readers.archive import opened
from resodoc.readers.options import ReadOptions
from resodoc.readers.sniff import sniff

TIMEOUT = 120.0
"""Seconds for one start."""

_BATCH = 40
_OWN = (".doc", ".rtf", ".odt")

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
"""
"""No macro runs, and no link in a document is followed."""


_ready: dict[str, bytes] = {}
"""What `prepare` has converted and nobody has read yet: SHA-256 of the document → DOCX."""


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """A DOC, RTF or ODT. Raises ReadError when LibreOffice is missing, takes too long or fails."""
    converted = _ready.pop(_key(data), None) or convert({name: data}).get(name)
    if converted is None:
        raise ReadError("read-libreoffice-failed", name=name)
    return replace(docx.read(converted, name, options), format=_suffix(data, name).lstrip("."))


def prepare(paths: Sequence[Path]) -> None:
    """Convert many documents for the reads that follow, a batch in one start; one that fails is tried again by itself
    when it is read."""
    for first in range(0, len(paths), _BATCH):
        documents: dict[str, bytes] = {}
        for path in paths[first : first + _BATCH]:
            with suppress(ReadError, OSError):
                data = path.read_bytes()
                if _suffix(data, str(path)) in _OWN:
                    documents[str(path)] = data
        with suppress(ReadError, OSError):
            converted = convert(documents) if documents else {}
            _ready.update({_key(documents[name]): made for name, made in converted.items()})


def convert(documents: Mapping[str, bytes], timeout: float = TIMEOUT) -> dict[str, bytes]:
    """Each document, by its name, as a DOCX, all in one start of LibreOffice; those that it cannot open are left out.

    Raises ReadError when LibreOffice is missing or takes longer than `timeout` and a second for each document.
    """
    first = next(iter(documents))
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ReadError("read-no-libreoffice", name=first)
    with tempfile.TemporaryDirectory(prefix="resodoc-") as folder:
        inputs = {
            name: Path(folder, f"{n}{_suffix(data, name)}")
            for n, (name, data) in enumerate(documents.items())
        }
        for name, path in inputs.items():
            path.write_bytes(documents[name])
        _run(program, folder, list(inputs.values()), timeout + len(inputs), first)
        outputs = {name: Path(folder, "out", f"{path.stem}.docx") for name, path in inputs.items()}
        return {name: path.read_bytes() for name, path in outputs.items() if path.is_file()}


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _suffix(data: bytes, name: str) -> str:
    """LibreOffice goes by the suffix first: it gets the one that the content deserves. Raises ReadError for a
    document that it need not be asked about: encrypted, or an archive that is not safe to unpack."""
    suffix = sniff(data, name) or ".doc"
    if suffix == ".odt":
        opened(data, name).close()
    return suffix


def _run(program: str, folder: str, paths: list[Path], timeout: float, name: str) -> None:
    profile = Path(folder, "profile")
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
    ]
    command += [
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(Path(folder, "out")),
        *map(str, paths),
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired as error:
            raise ReadError("read-libreoffice-timeout", name=name, seconds=round(timeout)) from error
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with all that it started: `soffice` is a script around the program."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
