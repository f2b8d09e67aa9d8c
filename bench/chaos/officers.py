"""The desk: an officer who approves, prints and marks, and a head who signs, by the pages of the back office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import requests
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from bench.chaos.town import HEAD, Town
from registry.database import Database
from registry.demo.staff import PASSWORD
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document
from tests.whole.desk import Desk

POINTS = ["paper:police_letter", "paper:ktp", "register"]
D = DocumentState


class Officers:
    """What a click met, a killed web process or another's click, the next look tells: nothing is remembered."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._desks: dict[str, Desk] = {}

    def look(self) -> None:
        with suppress(SQLAlchemyError):
            for username, path, form in [*_to_do(self._town.parts.database)]:
                with suppress(requests.RequestException, AssertionError, IndexError):
                    self._desk(username).do(path, **form)

    def _desk(self, username: str) -> Desk:
        if username not in self._desks:
            self._desks[username] = Desk(self._town.web, username)
        return self._desks[username]


Click = tuple[str, str, dict[str, str | list[str]]]
CLICKS: dict[DocumentState, Callable[[int], Click]] = {
    D.IN_SIAK: lambda number: ("petugas.bpp", f"/dokumen/{number}/contoh", {}),
    D.AWAITING_SIGNATURE: lambda number: (HEAD, f"/tanda-tangan/{number}", {"passphrase": PASSWORD}),
    D.WAITING_PRR: lambda number: ("cetak.bpp", f"/cetak/{number}/siap", {}),
    D.TO_PRINT: lambda number: ("cetak.bpp", "/cetak", {"document": [str(number)]}),
}


def _to_do(database: Database) -> Iterator[Click]:
    with database.reading() as session:
        new = select(Case.id, Case.state).where(col(Case.state).in_([CaseState.SUBMITTED, CaseState.IN_REVIEW]))
        cases = session.exec(new.order_by(col(Case.id)).limit(50)).all()
        made = select(Document.id, Document.state).where(col(Document.state).in_(CLICKS))
        documents = session.exec(made.order_by(col(Document.id)).limit(50)).all()
    for number, state in cases:
        if state is CaseState.SUBMITTED:
            yield "petugas.bpp", f"/permohonan/{number}/ambil", {}
        yield "petugas.bpp", f"/permohonan/{number}/setujui", {"rest": POINTS}
    for number, state in documents:
        yield CLICKS[DocumentState(state)](number)
