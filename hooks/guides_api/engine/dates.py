"""The dates that a build may know: those of the git history, the same for everyone who has that commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.exceptions import Abort

_GIVEN = "SOURCE_DATE_EPOCH"
_DATE = "\x01"  # opens a commit's date among the names of files
# What somebody's own settings of git could change in the answer.
_LOG = ("git", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.relative=false", "log")


def day_of_build(root: Path) -> date:
    """Return the day that a build compares dates with, in universal time: that of the project's last commit.

    SOURCE_DATE_EPOCH wins, as https://reproducible-builds.org/specs/source-date-epoch/ asks; one that is no date stops
    the build. With neither, it is today.
    """
    given = os.environ.get(_GIVEN)
    if given is None:
        given = said_by(root, *_LOG, "-1", "--no-color", "--format=%ct").strip()
        return datetime.fromtimestamp(int(given), UTC).date() if given else datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Abort(
            f"La variable {_GIVEN} vaut « {given} » : un nombre de secondes depuis 1970 est attendu (1767225600).\n"
            f"Corrigez-la, ou retirez-la (unset {_GIVEN})."
        ) from None


def last_changes(root: Path) -> Mapping[str, datetime]:
    """Return the date of the last commit of each file below root, by its path from there.

    Empty without git, outside a repository, and in a shallow clone, where old files would look as new as the clone's
    first commit.
    """
    if said_by(root, "git", "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = said_by(
        root, *_LOG, "-z", "--relative", "--no-renames", "--no-color", "--name-only", f"--format={_DATE}%ct", "--", "."
    )
    changes: dict[str, datetime] = {}
    date = datetime.min.replace(tzinfo=UTC)
    for part in log.split("\0"):
        entry = part.lstrip("\n")
        if entry.startswith(_DATE):
            date = datetime.fromtimestamp(int(entry.removeprefix(_DATE)), UTC)
        elif entry:
            changes[entry] = max(date, changes.get(entry, date))
    return changes


def said_by(root: Path, *command: str) -> str:
    """Return a command's output, empty when it can't be run or fails."""
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8", errors="replace")
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
