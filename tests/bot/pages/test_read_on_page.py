"""What was read is told on the one-time page as in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.handlers.pages.judged import READ_WITHIN
from registry.models import Conversation
from registry.uploads.reading import Reading
from tests.bot.pages.conftest import PHOTO, Site
from tests.registry.uploads.papers import encoded, letter

MINE, THEIRS = "6471044506900000", "6471041708870000"
ANSWERS = {"reason": "lost", "copy": "none", "name": "Rina Contoh", "nik": MINE}
CARD = Reading(("ktp",), (MINE,))


def chatting(site: Site, *stack: Mapping[str, Any]) -> str:
    """The page of somebody who is asked for a KTP."""
    frames = stack or ({"flow": "application:KK-HR", "answers": ANSWERS},)
    with site.desk.database.writing() as session:
        session.add(Conversation(contact_id=site.desk.contact_id, data={"stack": [dict(frame) for frame in frames]}))
    return site.link("ktp")


@pytest.mark.parametrize(
    ("reading", "said", "button"),
    [
        (CARD, "KTP terbaca, NIK sama.", None),
        (Reading(("ktp",), (THEIRS,)), "Nomor di foto KTP belum sama dengan isian Anda.", "Ini sudah benar"),
        (Reading(), "belum terlihat tulisan", "Ini sudah benar"),
        (Reading(legible=False), "Tulisannya belum terbaca.", "Kirim apa adanya"),
        (Reading(("ktp",), trouble="glare"), "Ada pantulan cahaya.", "Kirim apa adanya"),
        (Reading(trouble="cut"), "Tepi surat terpotong.", "Kirim apa adanya"),
        (None, "Foto KTP diterima.", None),
    ],
)
def test_what_was_read_is_told_as_in_the_chat(site: Site, reading: Reading, said: str, button: str | None) -> None:
    address = chatting(site)
    site.send(address, "ktp", PHOTO)
    shown = site.read(address, reading)
    assert said in shown.text
    assert ('value="as-it-is"' in shown.source) is (button is not None)
    assert button is None or button in shown.text
    assert ('value="finish"' in shown.source) is (button is None)


@pytest.mark.parametrize(("reading", "flagged"), [(Reading(), False), (Reading(legible=False), True)])
def test_what_was_asked_about_goes_on_by_a_button(site: Site, reading: Reading, flagged: bool) -> None:
    address = chatting(site)
    site.send(address, "ktp", PHOTO)
    site.read(address, reading)
    site.post(address, do="as-it-is", paper="ktp")
    site.post(address, do="finish")
    assert site.desk.told()[-1]["papers"]["ktp"]["flagged"] is flagged


def test_one_good_photo_of_several_does(site: Site) -> None:
    address = chatting(site)
    site.send(address, "ktp", PHOTO)
    site.read(address, CARD)
    site.send(address, "ktp", encoded(letter(1000, 1400)))
    assert "KTP terbaca, NIK sama." in site.read(address, Reading()).text


def test_nobody_is_done_while_it_is_read_and_nobody_waits_long(site: Site) -> None:
    address = chatting(site)
    shown = site.send(address, "ktp", PHOTO)
    assert "sedang dibaca" in shown.text and "Lihat hasilnya" in shown.text and 'value="finish"' not in shown.source
    site.post(address, do="finish")
    assert site.desk.told() == []
    site.at += READ_WITHIN + timedelta(seconds=1)
    shown = site.get(address)
    assert "Foto KTP diterima." in shown.text and 'value="finish"' in shown.source


def test_a_paper_asked_for_again_is_judged_by_its_own_request(site: Site) -> None:
    kind = {"key": "ktp", "reads": ["NIK"], "bears": ["nik"]}
    facts = {"case_id": 1, "number": "BPP-00412", "paper": "ktp", "kind": kind, "numbers": {"nik": [THEIRS]}}
    address = chatting(site, {"flow": "application:KK-HR", "answers": ANSWERS}, {"flow": "correction", "facts": facts})
    site.send(address, "ktp", PHOTO)
    assert "NIK sama" not in site.read(address, CARD).text


def test_without_a_chat_any_photo_does(site: Site) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", PHOTO)
    assert "Foto KTP diterima." in site.read(address, Reading()).text
