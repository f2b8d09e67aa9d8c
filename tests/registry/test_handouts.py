"""The way of a form to its citizen: a link that ends soon, and nothing readable in the table."""

from __future__ import annotations

import pytest

from registry.actors import NotFound
from registry.forms import handouts
from registry.links import Gone
from registry.models import Contact
from tests.registry.desk import ANSWERS, MONDAY, Desk

WANTED = handouts.Wanted("F-1.07", "KTP-H", ANSWERS, None)


def give(desk: Desk) -> int:
    with desk.database.writing() as session:
        return handouts.give(session, session.get_one(Contact, desk.contact_id), WANTED, MONDAY).id


def link(desk: Desk, handout_id: int) -> str:
    with desk.database.writing() as session:
        return handouts.LINKS.make(session, handout_id, MONDAY)


def test_a_newer_link_ends_the_older_one(desk: Desk) -> None:
    handout_id = give(desk)
    older, newer = link(desk, handout_id), link(desk, handout_id)
    with desk.database.writing() as session:
        assert handouts.LINKS.open(session, newer, MONDAY).id == handout_id
        with pytest.raises(NotFound):
            handouts.LINKS.open(session, older, MONDAY)


def test_a_link_is_used_up(desk: Desk) -> None:
    token = link(desk, give(desk))
    with desk.database.writing() as session:
        for _ in range(5):
            handouts.LINKS.open(session, token, MONDAY)
        with pytest.raises(Gone):
            handouts.LINKS.open(session, token, MONDAY)


def test_what_the_citizen_wrote_is_sealed(desk: Desk) -> None:
    give(desk)
    with desk.database.engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT data FROM handout").scalar_one()
    assert ANSWERS["nik"].encode() not in bytes(stored)
