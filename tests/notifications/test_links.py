"""The address of a file is made when its message goes, and leads to that file."""

from __future__ import annotations

import pytest
from sqlmodel import select

from notifications.links import CarrierLinks
from notifications.outbox import Message
from registry.actors import NotFound
from registry.forms import handouts
from registry.models import Contact
from tests.notifications.conftest import NOON, Outbox

WANTED = handouts.Wanted("F-1.07", "KTP-H", {"name": "Rina Contoh"}, None)
URL = "https://loket.example.go.id"


def test_a_form_goes_by_a_link_of_its_own(outbox: Outbox) -> None:
    outbox.contact()
    with outbox.database.writing() as session:
        handout = handouts.give(session, session.exec(select(Contact)).one(), WANTED, NOON)
    link = CarrierLinks(outbox.database, URL)(Message("Formulir", handout_id=handout.id), NOON)
    with outbox.database.writing() as session:
        assert handouts.LINKS.open(session, link.removeprefix(f"{URL}/d/"), NOON).id == handout.id


def test_a_form_that_was_deleted_does_not_go(outbox: Outbox) -> None:
    with pytest.raises(NotFound):
        CarrierLinks(outbox.database, URL)(Message("Formulir", handout_id=7), NOON)
