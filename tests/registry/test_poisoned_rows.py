"""One row that breaks whoever works on it: it is noted and passed over, and the others get their turn."""

from __future__ import annotations

from datetime import timedelta
from math import inf
from pathlib import Path

import pytest
from sqlmodel import col, select, text, update

from registry.database import Database
from registry.form_door import answers
from registry.lifecycle import CaseState
from registry.models import AnswerState, Case, Office, RegisterCheck, Trouble, TroubleKind, WebForm
from registry.population import checks
from registry.population.claims import Claim, Verdict
from registry.promises import LATER, keep_or_move
from registry.retention.journal import Journal
from registry.retention.nightly import Retention
from tests.registry.desk import MONDAY, SERVICES, Desk
from tests.registry.form_door.conftest import RINA, Door, door

__all__ = ["door"]
LATE = MONDAY + timedelta(days=30)
OTHER = [*RINA[:1], "Bima Contoh", *RINA[2:]]


class Same:
    def verify(self, claim: Claim) -> Verdict:
        return Verdict(True, {"name": True})


def spoil(database: Database, table: str, column: str, row: int) -> None:
    """No key opens it any more."""
    with database.writing() as session:
        spoilt = f'UPDATE "{table}" SET {column} = :junk WHERE id = :row'  # noqa: S608 - names of our own
        session.execute(text(spoilt), {"junk": b"junk", "row": row})


def noted(database: Database) -> list[str]:
    with database.reading() as session:
        found = session.exec(select(Trouble).where(Trouble.kind == TroubleKind.ROW).order_by(col(Trouble.id))).all()
        return [trouble.subject for trouble in found]


def test_an_answer_of_a_form_that_breaks_its_reading_is_somebodys_to_look_at(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(code: str, office_id: int, given: dict[str, str], language: str) -> object:
        if given["name"] == "Rina Contoh":
            raise ZeroDivisionError
        return honest(code, office_id, given, language)

    door.imports(RINA, OTHER)
    door.paired()
    taker = door.taker()
    honest = taker.interviewer
    object.__setattr__(taker, "interviewer", read)
    assert taker.run() is False
    assert door.states() == [AnswerState.FAULTY, AnswerState.TAKEN]


def test_an_answer_of_a_form_that_no_key_opens_holds_up_no_other(door: Door) -> None:
    door.imports(RINA, OTHER)
    door.paired()
    database, first = door.desk.database, door.answers()[0].id
    spoil(database, "formanswer", "cells", first)
    assert (door.taken_in(), door.taken_in()) == (False, False)
    with database.reading() as session:
        found = session.get_one(WebForm, door.form_id)
        assert [each.state for each in answers.some(session, found, AnswerState.TAKEN, 5)] == [AnswerState.TAKEN]
        waiting = answers.some(session, found, AnswerState.WAITING, 5)
    assert (waiting, noted(database)) == ([], [f"form_answer:{first}"])


def test_a_promise_that_cannot_be_looked_at_has_its_turn_again_later(desk: Desk) -> None:
    first, second = desk.open(), desk.open()
    spoil(desk.database, "case", "answers", first)
    assert (keep_or_move(desk.database, LATE), keep_or_move(desk.database, LATE)) == (1, 0)
    assert noted(desk.database) == [f"promise:{first}"]
    assert desk.case(second).promise_moves == 1
    with desk.database.reading() as session:
        assert session.exec(select(Case.warn_at).where(Case.id == first)).one() == LATE + LATER


def test_a_case_that_cannot_be_asked_about_is_the_officers(desk: Desk) -> None:
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).lookups_a_day = 100
    first, second = desk.open(), desk.open()
    spoil(desk.database, "case", "answers", first)
    assert checks.run(desk.database, Same(), SERVICES, lambda: MONDAY) is False
    with desk.database.reading() as session:
        asked = session.exec(select(RegisterCheck).order_by("case_id")).all()
    assert [(each.case_id, each.due_at, each.why is None) for each in asked] == [
        (first, None, False),
        (second, None, True),
    ]
    assert noted(desk.database) == [f"register_check:{first}"]


def test_a_case_that_cannot_be_deleted_keeps_no_other(desk: Desk, tmp_path: Path) -> None:
    first, second = desk.open(), desk.open()
    with desk.database.writing() as session:
        session.execute(update(Case).values(state=CaseState.CLOSED, closed_at=MONDAY))
    spoil(desk.database, "case", "answers", first)
    done = Retention(desk.database, Journal(tmp_path / "journal")).run(MONDAY + timedelta(days=400), inf)
    assert (done["cases"], noted(desk.database)) == (1, ["deletion:cases"])
    assert desk.case(second).erased_at is not None
