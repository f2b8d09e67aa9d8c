"""A backup as it lies in its folder: what belongs to it, with sums, and what it takes to open it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from registry.backup.copying import BackupFault

UNFINISHED = ".unfinished"
MANIFEST, SUMS = "manifest.json", "objects.sha256"  # the sums as `sha256sum --check` reads them


@dataclass(frozen=True)
class Manifest:
    """`keys` are fingerprints; `last_deletion` is the line of the journal by which it is known again."""

    taken_at: str
    kind: str  # sqlite | postgresql
    revision: str  # of the tables
    database: str  # the sum of its file
    objects: str  # the sum of the file of sums
    count: int  # of objects
    keys: dict[str, str]
    last_deletion: str | None

    @property
    def taken(self) -> datetime:
        return datetime.fromisoformat(self.taken_at)

    def write(self, folder: Path) -> None:
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises BackupFault where none is, or not a whole one."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text("utf-8")))
    except FileNotFoundError:
        raise BackupFault(_why_none(folder)) from None
    except (TypeError, ValueError):
        raise BackupFault(f"{MANIFEST} cannot be read: take another backup") from None


def _why_none(folder: Path) -> str:
    if not folder.exists():
        return f"There is no folder {folder}"
    if folder.suffix == UNFINISHED:
        return f"{folder} was never finished: take another backup, and delete this one"
    if (last := newest(folder)) is not None:
        return f"{folder} holds backups: name one of them, {last} for instance"
    return f"{folder} is no backup: it has no {MANIFEST}"


def newest(folder: Path) -> Path | None:
    """The last whole backup in the folder."""
    return max((file.parent for file in folder.glob(f"loket-*Z/{MANIFEST}")), default=None)


def database_file(folder: Path, kind: str) -> Path:
    return folder / ("database.sqlite" if kind == "sqlite" else "database.dump")


def object_file(folder: Path, key: str) -> Path:
    return folder / "objects" / key[:2] / key


def sums(folder: Path) -> dict[str, str]:
    """Key and sum of each object."""
    lines = (folder / SUMS).read_text("ascii").splitlines() if (folder / SUMS).exists() else []
    return {line.rpartition("/")[2]: line.partition("  ")[0] for line in lines}


def line_of(key: str, total: str) -> str:
    return f"{total}  objects/{key[:2]}/{key}\n"


def sum_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def check(folder: Path, manifest: Manifest) -> None:
    """Every byte of it. Raises BackupFault naming the first file that is not as it was written."""
    for file, total in _files(folder, manifest):
        if not file.exists():
            raise BackupFault(f"{file.relative_to(folder)} is missing from the backup: take another one")
        if sum_of(file) != total:
            raise BackupFault(f"{file.relative_to(folder)} is not as it was written: take another backup")


def _files(folder: Path, manifest: Manifest) -> Iterator[tuple[Path, str]]:
    yield database_file(folder, manifest.kind), manifest.database
    yield folder / SUMS, manifest.objects
    yield from ((object_file(folder, key), total) for key, total in sums(folder).items())
