"""A poster's code opens a chat with words that really begin its service."""

from __future__ import annotations

import pytest

from registry.models import Channel, Sender
from registry.offices.poster import dialled, keyword, opens_chat
from tests.bot.player import meaning, services

WHATSAPP = Sender(channel=Channel.WHATSAPP, address="whatsapp:+628110000001")
SMS = Sender(channel=Channel.SMS, address="+15005550006")


def test_a_code_is_what_a_camera_understands() -> None:
    assert opens_chat(WHATSAPP, "TUKAR SUKET") == "https://wa.me/628110000001?text=TUKAR%20SUKET"
    assert opens_chat(SMS, "TUKAR SUKET") == "SMSTO:+15005550006:TUKAR SUKET"


def test_a_number_stands_as_people_dial_it() -> None:
    assert (dialled(WHATSAPP), dialled(SMS)) == ("0811-0000-001", "+1 500-555-0006")


def test_the_suket_poster_says_tukar_suket() -> None:
    assert keyword(services()["SUKET"]) == "TUKAR SUKET"


@pytest.mark.parametrize("code", list(services()))
def test_no_poster_begins_another_service(code: str) -> None:
    meant = {each.code for each in meaning()(keyword(services()[code])).services}
    assert meant <= {code}
