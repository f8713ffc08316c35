"""What a file was at a revision."""

from __future__ import annotations

import subprocess

import pytest

from resodoc.errors import UsageError
from resodoc.gitdiff import at_revision


@pytest.fixture
def repository(tmp_path):
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "проект решения.txt").write_text("было", "utf-8")
    git("add", ".")
    git("commit", "-qm", "one")
    (tmp_path / "проект решения.txt").write_text("стало", "utf-8")
    (tmp_path / "новый.txt").write_text("новый", "utf-8")
    return tmp_path


def test_the_earlier_text(repository):
    assert at_revision(repository / "проект решения.txt", "HEAD").decode() == "было"


def test_a_renamed_file_has_its_earlier_text(repository):
    (repository / "папка").mkdir()
    (repository / "проект решения.txt").write_text("было", "utf-8")
    subprocess.run(["git", "mv", "проект решения.txt", "папка/решение.txt"], cwd=repository, check=True)
    assert at_revision(repository / "папка" / "решение.txt", "HEAD").decode() == "было"


def test_none_for_what_was_not_there(repository):
    assert at_revision(repository / "новый.txt", "HEAD") is None


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", ""])
def test_an_unknown_revision_is_told(repository, revision):
    with pytest.raises(UsageError) as caught:
        at_revision(repository / "новый.txt", revision)
    assert caught.value.code == "git-failed"
    assert not (repository / "x").exists()


def test_outside_of_git_it_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("а", "utf-8")
    with pytest.raises(UsageError):
        at_revision(tmp_path / "a.txt", "HEAD")
