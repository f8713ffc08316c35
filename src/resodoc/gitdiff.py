"""What a document was at a git revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

from resodoc.errors import UsageError

_SECONDS = 60


def at_revision(path: Path, revision: str) -> bytes | None:
    """The bytes of the file at `path` at `revision`, under the name that it then had; `None` when it was not there.
    Raises UsageError."""
    folder = path.resolve().parent
    top = _git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip()
    name = path.resolve().relative_to(Path(top).resolve()).as_posix()
    # A revision that begins with a hyphen would be an option.
    commit = (
        _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    listed = _git(Path(top), "ls-tree", "-z", commit, "--", name)
    if not listed and (old := _old_name(Path(top), commit, name)):
        listed = _git(Path(top), "ls-tree", "-z", commit, "--", old)
    return _git(Path(top), "cat-file", "blob", listed.split()[2].decode()) if listed else None


def _old_name(top: Path, commit: str, name: str) -> str | None:
    """What the file was called at `commit`, if git takes it for one that was renamed."""
    moved = _git(top, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", commit)
    fields = moved.decode("utf-8", "surrogateescape").split("\0")
    return next((old for old, new in zip(fields[1::3], fields[2::3], strict=False) if new == name), None)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=True, timeout=_SECONDS
        )
    except FileNotFoundError as error:
        raise UsageError("git-missing") from error
    except subprocess.CalledProcessError as error:
        problem = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError("git-failed", problem=problem[-1] if problem else error) from error
    except subprocess.TimeoutExpired as error:
        raise UsageError("git-failed", problem=error) from error
    return done.stdout
