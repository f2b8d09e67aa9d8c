"""The same citizens over the real drain: what they leave behind in the database can always be taken up again."""

from __future__ import annotations

from random import Random

import pytest
from sqlmodel import select

from bot.state import State
from registry.actors import NotFound
from registry.database import Database
from registry.lifecycle import Refused
from registry.models import Channel, Conversation, Event, EventState
from tests.bot.hostile import COMMAND_WORDS, RUBBISH, SAID
from tests.bot.player import CHANNELS
from tests.bot.walk import GOOD
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening

TURNS = 60
FILES = (
    "[photo]",
    "[photo ktp 6471044506900000]",
    "[photo damaged_kk 6471044506900000]",
    "[photo blurred]",
    "[pdf locked-pdf]",
    "[voice]",
    "[album 3]",
    "[sticker]",
    "[location]",
    "[contact]",
)
OFFICE = ("approve", "ask again ktp: cap tidak terlihat", "refuse: data tidak cocok", "officer takes",
          "officer says halo", "officer closes", "copies go", "later 3h", "later 30h", "issue", "siak",
          "print")  # fmt: skip


def line(chance: Random) -> str:
    """One line of a transcript: mostly the citizen's, now and then the office's."""
    fitting = [answer for answers in GOOD.values() for answer in answers]
    said = chance.choice(chance.choice((fitting, fitting, ("1", "2", "kirim"), RUBBISH, SAID, COMMAND_WORDS, FILES)))
    return f"* {chance.choice(OFFICE)}" if chance.random() < 0.1 else f"> {said}".replace("\n", " ").replace("\x00", "")


def plays(chat: Chat, chance: Random) -> None:
    for _ in range(TURNS):
        try:
            chat.play(line(chance))
        except AssertionError as fault:
            assert "failed" not in str(fault), fault
        except (Refused, NotFound, IndexError):
            continue  # the office cannot do that now, or has no document to do it to


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("seed", range(3))
def test_no_row_fails_and_every_conversation_can_be_read_again(database: Database, channel: Channel, seed: int) -> None:
    chat = opening(database)({"channel": channel.value, "papers": "both"})
    plays(chat, Random(f"{channel} {seed}"))
    with database.reading() as session:
        assert {row.state for row in session.exec(select(Event))} <= {EventState.PROCESSED, EventState.PENDING}
        for row in session.exec(select(Conversation)):
            assert State.from_json(row.data).to_json() == row.data
