"""DOC, RTF and ODT, made and read through LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from resodoc.errors import ReadError
from resodoc.readers import office, prepare, read, read_bytes
from tests.readers.docxmaker import abstract, docx, item, level, num, par, run, table

RTF = rb"{\rtf1\ansi\ansicpg1251\deff0 \'d0\'e5\'f8\'e8\'eb\'e8:\par 1. \'cd\'e0\'f7\'e0\'f2\'fc.\par}"

needs_office = pytest.mark.skipif(
    not any(map(shutil.which, ("soffice", "libreoffice"))), reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One document with automatic numbers, a table and a tracked change, as DOC, RTF and ODT."""
    folder = tmp_path_factory.mktemp("office")
    body = (
        par("РЕШЕНИЕ", form='<w:jc w:val="center"/>')
        + item("Начать ремонт.")
        + item("Моста;", 1)
        + item("Закончить до 1 мая.")
        + table(["Что", "Кто", "Срок"], ["Мост", "Отдел", "май"])
        + par(run("Глава"), "<w:r><w:tab/><w:tab/></w:r>", run("И.И. Сомов"))
    )
    lists = abstract(0, level(0, "%1."), level(1, "%2)")) + num(1, 0)
    (folder / "решение.docx").write_bytes(docx(body, numbering=lists))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in ("doc:MS Word 97", "rtf", "odt"):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, str(folder / "решение.docx")], check=True, capture_output=True, timeout=120)
    return {suffix: folder / f"решение.{suffix}" for suffix in ("doc", "rtf", "odt")}


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_it_reads_like_the_docx(documents: dict[str, Path], suffix: str) -> None:
    source = read(documents[suffix])
    assert source.text == (
        "РЕШЕНИЕ\n1. Начать ремонт.\n1) Моста;\n2. Закончить до 1 мая.\n"
        "Что\tКто\tСрок\nМост\tОтдел\tмай\nГлава\tИ.И. Сомов\n"
    )
    assert (source.format, len(source.tables)) == (suffix, 1)


@needs_office
def test_many_are_prepared_in_one_start(documents: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    starts = []
    run_office = office._run
    monkeypatch.setattr(office, "_run", lambda *args: (starts.append(1), run_office(*args)))
    prepare(list(documents.values()))
    texts = {read(path).text for path in documents.values()}
    assert (len(texts), len(starts)) == (1, 1)


@needs_office
def test_a_suffix_that_lies() -> None:
    source = read_bytes(RTF, "решение.doc")
    assert (source.text, source.format) == ("Решили:\n1. Начать.\n", "rtf")
    assert [note.check for note in source.notes] == ["read-other-format"]


def test_without_libreoffice_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ReadError) as error:
        read_bytes(RTF, "решение.rtf")
    assert error.value.code == "read-no-libreoffice"
    assert "apt install libreoffice-writer" in str(error.value)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
@pytest.mark.parametrize(
    ("script", "code"),
    [("exec tail -f /dev/null", "read-libreoffice-timeout"), ("exit 1", "read-libreoffice-failed")],
)
def test_a_program_that_hangs_or_fails(
    script: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(ReadError) as error:
        if "timeout" in code:
            office.convert({"решение.rtf": RTF}, timeout=-0.5)
        read_bytes(RTF, "решение.rtf")
    assert error.value.code == code
