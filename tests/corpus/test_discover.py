"""Which documents a user's paths stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resodoc.corpus.discover import discover
from resodoc.messages import text
from resodoc.readers import KNOWN_SUFFIXES

FILES = (
    "plan.docx",
    "PLAN.PDF",
    "notes.md",
    "photo.jpg",
    "deep/er/letter.txt",
    ".hidden.txt",
    ".git/readme.txt",
    "~$plan.docx",
)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    for name in FILES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return Path("in")


def names(*paths: str, **options: str) -> list[str]:
    return [document.name for document in discover(paths, **options)[0]]


def test_a_folder_is_its_known_files_in_order_without_the_hidden(folder):
    documents, problems = discover([str(folder)])
    assert [d.name for d in documents] == [
        "in/PLAN.PDF",
        "in/deep/er/letter.txt",
        "in/notes.md",
        "in/plan.docx",
    ]
    assert [d.place.as_posix() for d in documents] == [
        "PLAN.PDF",
        "deep/er/letter.txt",
        "notes.md",
        "plan.docx",
    ]
    assert not problems


@pytest.mark.parametrize("name", ["in/photo.jpg", "in/.hidden.txt", "in/missing.txt"])
def test_a_file_that_is_named_is_taken_whatever_it_is(folder, name):
    """Whether it can be read, the reader says."""
    assert names(name) == [name]


def test_each_document_once(folder):
    assert names("in/plan.docx", "in", "./in/plan.docx", "in/deep/../plan.docx").count("in/plan.docx") == 1
    assert len(names("in/plan.docx", "in")) == 4


def test_standard_input_once_under_the_name_it_is_given(folder):
    (document,), _ = discover(["-", "-"], "почта/письмо.txt")
    assert (document.name, document.path, document.place.as_posix()) == (
        "почта/письмо.txt",
        None,
        "письмо.txt",
    )


def test_a_folder_without_documents_is_told_with_what_would_be_one(folder):
    Path("empty").mkdir()
    documents, (problem,) = discover(["empty", "in"])
    assert len(documents) == 4
    assert "empty" in str(problem)
    assert all(suffix in str(problem) for suffix in KNOWN_SUFFIXES)


def test_a_folder_of_pictures_is_told_to_name_them(folder):
    Path("scans").mkdir()
    Path("scans/page.png").write_bytes(b"x")
    documents, (problem,) = discover(["scans"])
    assert documents == () and "pictures only when they are named" in text(
        problem.code, "en", **problem.values
    )
    assert names("scans/page.png") == ["scans/page.png"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every folder is open to root")
def test_a_closed_folder_is_told_and_the_others_read(folder):
    closed = folder / "deep"
    closed.chmod(0)
    try:
        documents, (problem,) = discover([str(folder)])
    finally:
        closed.chmod(0o700)
    assert len(documents) == 3
    assert "in/deep" in str(problem)


def test_a_link_to_its_own_folder_is_not_followed(folder):
    try:
        (folder / "deep" / "loop").symlink_to(folder.resolve(), target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert len(names("in")) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_what_can_never_be_read_stops_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Утвердить план.", "utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    long = "n" * 300 + ".txt"
    documents, problems = discover([str(tmp_path), long])
    assert [d.path.name for d in documents if d.path] == ["a.txt", "loop.txt", long] and not problems
