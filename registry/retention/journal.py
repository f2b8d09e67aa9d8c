"""What was deleted, noted where no backup reaches: whoever restores one deletes it again (docs/decisions/038)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from registry.models import Case, Document
from registry.models.columns import now

Line = dict[str, Any]


@dataclass(frozen=True)
class Journal:
    """A file of JSON lines, only ever added to. It holds ids, states and times, nothing about a person.

    A line is on the disk before the deletion that it tells of is committed. If it cannot be written, nothing is
    deleted (OSError); a line too many does no harm, for what it tells of was due.
    """

    path: Path

    def case_erased(self, session: Session, case_id: int) -> None:
        """With the end that it came to: a backup may hold it while it still ran."""
        case = session.get_one(Case, case_id)
        if case.erased_at is None:
            return
        documents = session.exec(select(Document.id, Document.state).where(Document.case_id == case_id)).all()
        states = {str(number): str(state) for number, state in documents}
        closed = case.closed_at.isoformat() if case.closed_at else None
        self._add(erased="case", id=case_id, state=case.state.value, closed_at=closed, documents=states)

    def contact_erased(self, contact_id: int, asked: datetime, until: datetime) -> None:
        """HAPUS DATA: messages up to `until`; what lies loose of those days until it was `asked`."""
        self._add(erased="contact", id=contact_id, asked=asked.isoformat(), until=until.isoformat())

    def restored(self, taken: datetime) -> None:
        """From here on the records go on from the backup of that time: rows made since then are other ones."""
        self._add(restored=taken.isoformat())

    def last(self) -> str | None:
        """By it a backup knows this journal again."""
        lines = [line for line, _ in self._lines()]
        return lines[-1] if lines else None

    def holds(self, line: str | None) -> bool:
        return line is None or any(line == each for each, _ in self._lines())

    def since(self, taken: datetime) -> list[Line]:
        """What is to be deleted again in a backup of that time: what was deleted in the records it is of, and in
        those that went on from it. Before it, too: clocks err, and done twice it does nothing."""
        branches = _branches([line for _, line in self._lines()])
        own = max(number for number, branch in enumerate(branches) if branch.began <= taken)
        branches[own].ours = True
        for branch in branches[own + 1 :]:
            parent = branches[max(n for n, each in enumerate(branches) if each.began <= branch.of)]
            branch.ours = parent.ours and branch.of >= taken
        return [line for branch in branches if branch.ours for line in branch.lines]

    def _add(self, **told: Any) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        line = json.dumps({"at": now().isoformat()} | told)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, f"\n{line}\n".encode())  # in one piece, and apart from one that was torn off
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _lines(self) -> Iterator[tuple[str, Line]]:
        if not self.path.exists():
            return
        with self.path.open(encoding="utf-8") as file:
            for line in map(str.strip, file):
                if line.endswith("}"):
                    yield line, json.loads(line)


@dataclass
class _Branch:
    """The lines from one restore to the next; `of` is the time of the backup it goes on from."""

    began: datetime
    of: datetime
    lines: list[Line]
    ours: bool = False


def _branches(lines: list[Line]) -> list[_Branch]:
    first = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    branches = [_Branch(first, first, [])]
    for line in lines:
        if "restored" in line:
            branches.append(_Branch(_time(line["at"]), _time(line["restored"]), []))
        else:
            branches[-1].lines.append(line)
    return branches


def _time(written: str) -> datetime:
    return datetime.fromisoformat(written)
