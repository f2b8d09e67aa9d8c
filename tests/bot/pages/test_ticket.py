"""The ticket for the mobile van goes to the carrier as a picture, for minutes."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import Contact
from registry.places.regions import load_regions
from registry.vans import booking, ticket, writing
from tests.bot.pages.conftest import Site

FORM = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "3",
    "nth": "1", "opens": "9", "closes": "12", "quota": "5",
}  # fmt: skip


@pytest.fixture
def address(site: Site) -> str:
    with site.desk.database.writing() as session:
        crew = site.desk.officers[Role.SUPERVISOR]
        made = writing.add(session, crew, FORM, ["rekam"], load_regions(), site.at)
        contact = session.get_one(Contact, site.desk.contact_id)
        booked = booking.book(session, Actor.citizen(contact), contact, f"{made.id}-20261203", "", 2, site.at)
        return f"/d/{ticket.LINKS.make(session, booked.id, site.at)}"


def test_the_carrier_gets_the_picture(site: Site, address: str) -> None:
    response = site.get(address).response
    assert (response.status_code, response.mimetype) == (200, "image/png")
    assert Image.open(BytesIO(response.data)).size == (ticket.WIDTH, ticket.HEIGHT)


def test_the_link_lives_minutes(site: Site, address: str) -> None:
    site.later(minutes=11)
    assert site.get(address).status == 410
