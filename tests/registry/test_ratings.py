"""Who is asked how it was, and what the office learns of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry import cases, ratings
from registry.issuing import documents
from registry.lifecycle import Role
from registry.models import Case, Document, Rating
from tests.registry.desk import MONDAY, SERVICES, Desk


def closed(desk: Desk, service: str = "KK-HR") -> int:
    """A case that SIAK has sent its document of."""
    case_id = desk.open(service)
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    with desk.database.writing() as session:
        documents.sent_by_siak(session, desk.officers[Role.COUNTER], desk.documents(case_id)[0].id, MONDAY)
    return case_id


def may_ask(desk: Desk, case_id: int, days: int = 0) -> bool:
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        return ratings.may_ask(session, case, SERVICES[case.service], MONDAY + timedelta(days=days))


def asked(desk: Desk, case_id: int, score: int | None = None) -> None:
    with desk.database.writing() as session:
        ratings.note_asked(session, session.get_one(Case, case_id), MONDAY)
    if score is not None:
        with desk.database.writing() as session:
            ratings.rate(session, desk.contact_id, case_id, score, MONDAY)


def test_a_case_that_ended_is_asked_about_once_and_nobody_twice_in_a_month(desk: Desk) -> None:
    first, second = closed(desk), closed(desk)
    assert may_ask(desk, first)
    asked(desk, first)
    assert not may_ask(desk, first, days=60)
    assert (may_ask(desk, second, days=29), may_ask(desk, second, days=31)) == (False, True)


def test_an_open_case_a_document_not_fetched_and_a_death_are_not_asked_about(desk: Desk) -> None:
    assert not may_ask(desk, desk.open())
    waiting = closed(desk)
    with desk.database.writing() as session:
        session.get_one(Document, desk.documents(waiting)[0].id).object_key = 32 * "0"
    assert not may_ask(desk, waiting)
    assert not may_ask(desk, closed(desk, "LM"))


def test_the_first_answer_counts_and_strangers_answer_nothing(desk: Desk) -> None:
    case_id = closed(desk)
    asked(desk, case_id, 3)
    with desk.database.writing() as session:
        ratings.rate(session, desk.contact_id, case_id, 1, MONDAY)
        ratings.rate(session, desk.contact_id + 1, case_id, 1, MONDAY)
        ratings.comment(session, desk.contact_id, case_id, "Cepat.")
        assert session.get_one(Rating, 1).score == 3


@pytest.mark.parametrize(("scores", "liked"), [((), (0, 0.0)), ((3, 2), (2, 2.5))])
def test_the_office_sees_how_many_and_how_good(desk: Desk, scores: tuple[int, ...], liked: tuple[int, float]) -> None:
    for score in scores:
        asked(desk, closed(desk), score)
    asked(desk, closed(desk))  # has not answered
    with desk.database.reading() as session:
        found = ratings.liked(session, desk.office_id, MONDAY - timedelta(days=30))
    assert (found.count, found.average) == liked
