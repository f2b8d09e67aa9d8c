"""The one-time page for papers: opened often, used once, for a week."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.actors import NotFound
from registry.database import Database
from registry.links import Gone
from registry.uploads import links as upload_links
from tests.registry.desk import MONDAY, Desk
from tests.registry.issuing_office import BOTH

WANTED = ("police_letter", "ktp")


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


@pytest.fixture
def token(desk: Desk) -> str:
    with desk.database.writing() as session:
        return upload_links.create(session, desk.contact_id, WANTED, MONDAY)


@BOTH
def test_it_knows_its_contact_and_the_papers_wanted(desk: Desk, token: str) -> None:
    with desk.database.reading() as session:
        link = upload_links.open(session, token, MONDAY)
    assert (link.contact_id, link.wanted) == (desk.contact_id, list(WANTED))


def test_looking_does_not_use_it_up(database: Database, token: str) -> None:
    for _ in range(2):
        with database.reading() as session:
            assert upload_links.open(session, token, MONDAY)


@BOTH
def test_it_is_used_once(database: Database, token: str) -> None:
    with database.writing() as session:
        upload_links.use(session, token, MONDAY)
    for attempt in (upload_links.open, upload_links.use):
        with database.writing() as session, pytest.raises(Gone):
            attempt(session, token, MONDAY)


def link_for(desk: Desk, *papers: str) -> str:
    with desk.database.writing() as session:
        return upload_links.create(session, desk.contact_id, papers, MONDAY)


def is_open(desk: Desk, token: str) -> bool:
    with desk.database.reading() as session:
        try:
            return bool(upload_links.open(session, token, MONDAY))
        except Gone:
            return False


@BOTH
def test_with_one_page_used_the_others_for_the_same_papers_close(desk: Desk, token: str) -> None:
    again, correction = link_for(desk, *reversed(WANTED)), link_for(desk, "ktp")
    with desk.database.writing() as session:
        upload_links.use(session, again, MONDAY)
    assert (is_open(desk, token), is_open(desk, correction)) == (False, True)


@BOTH
def test_a_request_that_was_sent_otherwise_closes_its_page(desk: Desk, token: str) -> None:
    other = link_for(desk, "marriage_book")
    desk.open()
    assert (is_open(desk, token), is_open(desk, other)) == (False, True)


def test_it_ends_after_a_week(database: Database, token: str) -> None:
    week = timedelta(days=upload_links.DAYS)
    with database.writing() as session:
        assert upload_links.open(session, token, MONDAY + week - timedelta(seconds=1))
    with database.writing() as session, pytest.raises(Gone):
        upload_links.open(session, token, MONDAY + week)


@pytest.mark.parametrize("guess", ["", "x", "../x"])
def test_an_unknown_token_is_not_found(database: Database, guess: str) -> None:
    with database.reading() as session, pytest.raises(NotFound):
        upload_links.open(session, guess, MONDAY)
