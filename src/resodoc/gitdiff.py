"""What a document was at a git revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

from resodoc.errors import UsageError

_SECONDS = 60


def at_revision(path: Path, revision: str) -> bytes | None:
    """The bytes of the file at `path` at `revision`, `None` when it was not there. Raises UsageError."""
    folder = path.resolve().parent
    top = _git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip()
    name = path.resolve().relative_to(Path(top).resolve()).as_posix()
    # A revision that begins with a hyphen would be an option.
    commit = (
        _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    listed = _git(Path(top), "ls-tree", "-z", commit, "--", name)
    return _git(Path(top), "cat-file", "blob", listed.split()[2].decode()) if listed else None


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
