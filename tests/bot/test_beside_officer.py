"""With an officer beside us: what is still ours to answer, and what waits until the citizen is back."""

from __future__ import annotations

import pytest

from bot.context import Heard
from bot.meaning.commands import COMMANDS
from registry import tickets
from registry.actors import Actor
from registry.models import Channel, Contact, Officer
from registry.models.columns import now
from tests.bot.carrier_forms import numbered, whatsapp
from tests.bot.conftest import Carrier
from tests.bot.player import CHANNELS, Player

# "nanti" is a word one also writes to an officer
WAITING = [spellings[0] for name, spellings in COMMANDS.items() if name != "later"]
TALKING = ("lanjut", "menu", "pungli", "data saya", "hapus data", "berhenti", "mulai")


def waiting(channel: Channel = Channel.WHATSAPP) -> Player:
    """At the question for the NIK, with nobody there yet."""
    player = Player(channel)
    player.type("kk rusak")
    player.type("Rina Contoh")
    player.type("petugas")
    assert player.state.hushed
    return player


def talking(channel: Channel = Channel.WHATSAPP) -> Player:
    player = waiting(channel)
    state = player.state
    state.officer_talks = True
    player.keep(state)
    return player


@pytest.mark.parametrize("word", WAITING)
@pytest.mark.parametrize("channel", CHANNELS)
def test_while_nobody_has_come_every_command_is_answered(word: str, channel: Channel) -> None:
    player = waiting(channel)
    player.type("ada yang mau saya tanyakan")
    assert player.type(word)


@pytest.mark.parametrize("spellings", COMMANDS.values(), ids=COMMANDS.keys())
def test_beside_an_officer_only_a_few_words_are_answered(spellings: tuple[str, ...]) -> None:
    player = talking()
    assert bool(player.type(spellings[0])) is (spellings[0] in TALKING)


@pytest.mark.parametrize("said", ["6471044506900000", "1", "nanti", "ya"])
def test_what_is_written_to_an_officer_answers_no_question_of_ours(said: str) -> None:
    player = waiting()
    assert [say.key for message in [player.type(said)] for say in player.says if message] == ["passed-to-officer"]
    player.type("lanjut")
    assert player.state.top and player.state.top.answers.get("nik") is None


def test_a_button_of_ours_is_pressed_for_us() -> None:
    player = waiting()
    player.type("bahasa")
    player.press("en")
    assert (player.language, player.state.hushed) == ("en", True)


def test_a_button_of_the_question_before_brings_the_citizen_back() -> None:
    player = Player()
    player.begin("menu")
    player.type("petugas")
    player.press("kk")
    assert not player.state.hushed and player.state.ticket is None


def test_a_stale_button_is_told_and_asks_nothing() -> None:
    player = waiting()
    player.hear(Heard(button="0:lost"))
    assert [say.key for say in player.says] == ["stale-button", "officer-still"]


def test_who_talks_with_an_officer_is_not_greeted_in_between(carrier: Carrier) -> None:
    """Taken before we ever spoke: the notice waits until we do."""
    carrier.post(whatsapp("berhenti"))
    taken(carrier)
    said = len(carrier.texts())
    for number, words in enumerate(("halo", "is anybody there?", "kk saya hilang"), 2):
        carrier.post(numbered(whatsapp(words), number))
    assert len(carrier.texts()) == said


def taken(carrier: Carrier) -> None:
    with carrier.database.writing() as session:
        contact, officer = session.get_one(Contact, 1), session.get_one(Officer, 1)
        contact.opted_out_at, contact.office_id = None, officer.office_id
        ticket = tickets.open_ticket(session, Actor.citizen(contact), contact, officer.office_id or 0, now())
        session.flush()
        tickets.take(session, Actor.officer(officer), ticket.id, now())
    carrier.conversations.drain_due()
    assert "Anda terhubung dengan petugas" in carrier.texts()[-1]
