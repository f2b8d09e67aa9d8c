"""Thousands of turns over the real drain: each is a row of the inbox, played, saved, and loaded anew for the next.

`pytest tests/bot/test_hostile_stored.py --turns 5000` plays longer lives.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest
from sqlmodel import select

from bot.state import State
from registry.actors import NotFound
from registry.database import Database
from registry.lifecycle import Refused
from registry.models import Channel, Contact, Conversation, Event, EventState, Ticket
from tests.bot.hostile import COMMAND_WORDS, NUMBERS, PAPERS, RUBBISH, SAID
from tests.bot.player import CHANNELS, services
from tests.bot.situations import GOOD
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening

pytestmark = pytest.mark.long

LIVES = 5  # on each channel, in each database
FITTING = [answer for answers in GOOD.values() for answer in answers]
WISHES = [" ".join(wish.words) for service in services().values() for wish in service.wish]
FILES = (
    "[photo]",
    "[photo blurred]",
    "[pdf locked-pdf]",
    "[voice]",
    "[album 3]",
    "[sticker]",
    "[location]",
    "[contact]",
)
OFFICE = (
    "approve", "ask again ktp: cap tidak terlihat", "ask again name: belum sama", "refuse: data tidak cocok",
    "hold: blangko habis", "resume", "issue", "siak", "ready", "print", "post P2611000000", "deliver", "collect",
    "remind", "copies go", "the clock looks", "chores",
)  # fmt: skip
OFFICER = ("officer takes", "officer says halo", "officer passes", "officer closes")
WEIGHTS = {"fits": 34, "presses": 26, "wishes": 6, "commands": 6, "says": 6, "rubbish": 5, "sends": 9, "office": 8}
ACTS: dict[str, Callable[[Random, Chat], str]] = {
    "fits": lambda chance, chat: chance.choice(FITTING),
    "presses": lambda chance, chat: button(chance, chat) or chance.choice(("1", "2", "3")),
    "wishes": lambda chance, chat: chance.choice(WISHES),
    "commands": lambda chance, chat: chance.choice(COMMAND_WORDS),
    "says": lambda chance, chat: chance.choice(SAID),
    "rubbish": lambda chance, chat: chance.choice(RUBBISH),
    "sends": lambda chance, chat: file(chance),
}


def button(chance: Random, chat: Chat) -> str:
    """One under the newest message, now and then one that went by long ago."""
    told = chat.told[-1:] if chance.random() < 0.9 else chat.told
    labels = [choice.label for message in told for choice in message.choices]
    return f"[{chance.choice(labels)}]" if labels else ""


def file(chance: Random) -> str:
    read = f"[photo {chance.choice(PAPERS)} {chance.choice(NUMBERS)}]"
    return chance.choice((read, read, chance.choice(FILES)))


def office(chance: Random, chat: Chat) -> None:
    """What it cannot do now, or has no document to do it to, it refuses; then nothing has happened."""
    with chat.database.reading() as session:
        spoken_to = session.exec(select(Ticket.id)).first() is not None
    able = (*(OFFICE if chat.cases else ()), *(OFFICER if spoken_to else ()))
    if able:
        with suppress(Refused, NotFound, IndexError):
            chat.town.happens(chance.choice(able), chat)
    chat.play(f"* later {chance.choice(('1min', '3h', '3h', '30h'))}")


def turn(chance: Random, chat: Chat) -> None:
    [act] = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
    if act == "office":
        office(chance, chat)
        return
    before, words = len(chat.told), ACTS[act](chance, chat).replace("\n", " ").replace("\x00", "")
    chat.play(f"> {words}")
    # Words alone: a file that was sent again, or a sticker beside an offer, may well be answered by silence.
    assert act in ("sends", "rubbish") or len(chat.told) > before or is_left_alone(chat), words


def is_left_alone(chat: Chat) -> bool:
    """An officer has the word, or they asked to hear nothing."""
    with chat.database.reading() as session:
        contact = session.get_one(Contact, chat.contact_id())
    return contact.opted_out_at is not None or state(chat).ticket is not None


def state(chat: Chat) -> State:
    """As the next turn will find it; what is loaded is what was saved, to the letter."""
    with chat.database.reading() as session:
        [saved] = [row.data for row in session.exec(select(Conversation))]
    loaded = State.from_json(saved)
    assert loaded.to_json() == saved
    return loaded


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("seed", range(LIVES))
def test_no_row_fails_and_every_conversation_goes_on(
    database: Database, channel: Channel, seed: int, pytestconfig: pytest.Config
) -> None:
    chance, chat = Random(f"{channel} {seed}"), opening(database)({"channel": channel.value, "papers": "both"})
    chat.play("> halo")
    for _ in range(pytestconfig.getoption("turns")):
        turn(chance, chat)
        state(chat)
    with chat.database.reading() as session:
        assert {row.state for row in session.exec(select(Event))} <= {EventState.PROCESSED, EventState.PENDING}
    for way_out in ("mulai", "lanjut", "menu"):
        chat.play(f"> {way_out}")
    assert [frame.flow for frame in state(chat).stack][-1:] == ["menu"]
    chat.play("> petugas")
    assert state(chat).ticket is not None
