"""The readers' front door: what a file is, what is wrong with it, and what comes out beside the text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from resodoc import messages
from resodoc.errors import ReadError
from resodoc.readers import FORMATS, KNOWN_SUFFIXES, archive, prepare, read, read_bytes
from resodoc.readers.sniff import OLE2
from tests.readers.docxmaker import docx, par, zipped

HTML = b"<html><body><p>\xd0\x94\xd0\xb0.</p></body></html>"
TEXT = "Решили: да.".encode()


def test_every_format_names_a_module() -> None:
    folder = Path(archive.__file__).parent
    assert all((folder / f"{module}.py").is_file() for module in FORMATS.values())


def test_a_source_knows_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "решение.txt"
    path.write_bytes(TEXT)
    source = read(path)
    assert (source.name, source.bytes, source.sha256) == (
        str(path),
        len(TEXT),
        hashlib.sha256(TEXT).hexdigest(),
    )
    assert read(path, name="решение").name == "решение"


@pytest.mark.parametrize(
    ("name", "data", "form", "noted"),
    [
        ("решение.txt", TEXT, "txt", False),
        ("решение.md", TEXT, "txt", False),
        ("-", TEXT, "txt", False),
        ("Протокол от 12.03", TEXT, "txt", False),
        ("решение.docx", TEXT, "txt", True),
        ("решение.txt", docx(par("Да.")), "docx", True),
        ("решение", docx(par("Да.")), "docx", False),
        ("решение.docm", docx(par("Да.")), "docx", False),
        ("решение.doc", HTML, "html", True),
        ("решение.htm", HTML, "html", False),
        ("решение.htm", TEXT, "html", False),
        ("решение.txt", b"<!-- a -->\n" + TEXT, "txt", False),
        ("решение.txt", "\ufeff<!DOCTYPE html><p>Да.".encode(), "html", True),
        ("решение.xls", "<?xml version='1.0'?><html><p>Да.</html>".encode(), "html", True),
    ],
)
def test_the_content_decides_what_a_file_is(name: str, data: bytes, form: str, noted: bool) -> None:
    source = read_bytes(data, name)
    assert source.format == form
    assert [note.check for note in source.notes] == ["read-other-format"] * noted


FAILURES = {
    "empty": ("п.txt", b"", "read-empty"),
    "blank": ("п.txt", b" \n\n ", "read-empty"),
    "nothing but marks": ("п.md", b"---\n\n<!-- -->", "read-no-text"),
    "a spreadsheet": ("п.xlsx", zipped({"xl/workbook.xml": "<a/>"}), "read-unsupported"),
    "an unknown suffix": ("п.csv", TEXT, "read-unsupported"),
    "a program": ("п", b"\x7fELF\x00\x01", "read-unsupported"),
    "a locked DOCX": ("п.docx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "read-encrypted"),
    "an old spreadsheet": ("п.xls", OLE2 + "Workbook".encode("utf-16-le"), "read-unsupported"),
    "a zip cut short": ("п.docx", docx(par("Да."))[:300], "read-corrupt"),
    "noise called DOCX": ("п.docx", b"\x01\x02\x03\x00" * 9, "read-corrupt"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_is_wrong_is_said_in_one_line(name: str) -> None:
    file, data, code = FAILURES[name]
    with pytest.raises(ReadError) as error:
        read_bytes(data, file)
    assert error.value.code == code
    assert str(error.value).startswith(f"{file}: ")
    assert "\n" not in str(error.value)


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = {}
    for path in (tmp_path / "нет.txt", tmp_path):
        with pytest.raises(ReadError) as error:
            read(path)
        codes[path] = error.value.code
    assert list(codes.values()) == ["read-not-found", "read-folder"]
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(PermissionError(13, "no")))
    (tmp_path / "п.txt").touch()
    with pytest.raises(ReadError) as error:
        read(tmp_path / "п.txt")
    assert error.value.code == "read-no-permission"


def test_a_file_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resodoc.readers.MAX_BYTES", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with (tmp_path / "п.txt").open("wb") as file:
        file.write(TEXT)
    with pytest.raises(ReadError) as error:
        read(tmp_path / "п.txt")
    assert error.value.code == "read-too-big"


def test_an_archive_that_lies_about_its_size_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    data = zipped({"word/document.xml": b"x" * 1001})
    with archive.opened(data, "п.docx") as opened, pytest.raises(ReadError) as error:
        archive.unpacked(opened, "word/document.xml", "п.docx")
    assert error.value.code == "read-zip-bomb"


def test_every_error_of_the_readers_has_its_words() -> None:
    folder = Path(archive.__file__).parent
    codes = {
        code
        for file in folder.rglob("*.py")
        for code in re.findall(r'"(read-[\w-]+)"', file.read_text("utf-8"))
    }
    catalogue = messages.catalogue()
    assert codes <= catalogue.keys()
    assert {code for code in catalogue if code.startswith("read-")} <= codes


def test_preparing_never_fails(tmp_path: Path) -> None:
    bad = tmp_path / "п.doc"
    bad.write_bytes(b"x")
    prepare([bad, tmp_path / "нет.rtf"])


def test_folders_are_searched_for_documents_only() -> None:
    assert {".txt", ".docx", ".pdf", ".html", ".doc", ".rtf", ".odt"} <= KNOWN_SUFFIXES
    assert ".png" not in KNOWN_SUFFIXES
