"""Several lines for one thought: joined when that makes them whole, never lost, never scolded too early."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bot.handlers.arrivals import Arrival, store
from registry.database import Database
from registry.models import Channel, Conversation, Event, EventState
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening

NIK = "6471044506900000"
SCOLD = "NIK ada 16 angka"


@pytest.fixture
def chat(sqlite_url: str) -> Chat:
    """At the question for the NIK, well after the name."""
    chat = opening(Database(sqlite_url, pool=2))({})
    for line in ("> kk rusak", "> lanjut", "> rina contoh", "* later 1h"):
        chat.play(line)
    return chat


def arrives(chat: Chat, text: str, *, drained: bool = True) -> list[str]:
    """A message now, without the clock running on; returns what it was answered."""
    chat._sent += 1
    arrival = Arrival(
        Channel.WHATSAPP, chat._sender, chat.address, f"SM{chat._sent:032x}", None, {"text": text}, chat.at
    )
    contact_id = store(chat.database, arrival)
    assert contact_id
    if drained:
        chat.conversations.drain(contact_id)
    return list(chat._shown())


def waits(chat: Chat, seconds: float) -> list[str]:
    chat.at += timedelta(seconds=seconds)
    chat.conversations.drain_due()
    return list(chat._shown())


def state(chat: Chat) -> dict[str, Any]:
    with chat.database.reading() as session:
        return session.get_one(Conversation, chat.contact_id()).data


def answers(chat: Chat) -> dict[str, Any]:
    found: dict[str, Any] = state(chat)["stack"][-1]["answers"]
    return found


def pending(chat: Chat) -> list[Event]:
    """Timers of lines that wait."""
    with chat.database.reading() as session:
        rows = session.exec(select(Event).where(Event.state == EventState.PENDING))
        return [row for row in rows if row.body.get("name") == "lines"]


def test_a_whole_answer_is_answered_at_once(chat: Chat) -> None:
    assert "Nomor KK?" in arrives(chat, NIK)[-1]
    assert pending(chat) == []


def test_what_does_not_do_waits_for_two_seconds_of_quiet(chat: Chat) -> None:
    assert arrives(chat, "6471 0445") == []
    assert waits(chat, 1.9) == []
    assert SCOLD in waits(chat, 0.2)[-1]
    assert pending(chat) == []


def test_the_next_line_makes_it_whole_and_nothing_is_said_later(chat: Chat) -> None:
    arrives(chat, "6471 0445")
    waits(chat, 1)
    assert "Nomor KK?" in arrives(chat, "0690 0000")[-1]
    assert waits(chat, 10) == []
    assert (answers(chat)["nik"], pending(chat)) == (NIK, [])


def test_each_line_prolongs_the_wait_but_not_beyond_eight_seconds(chat: Chat) -> None:
    said = [arrives(chat, "bentar") + waits(chat, 1) for _ in range(12)]
    assert [bool(told) for told in said].index(True) in (7, 8)


def test_lines_scolded_together_count_as_one_miss(chat: Chat) -> None:
    for line in ("6471", "0445", "0690"):
        arrives(chat, line)
        waits(chat, 1)
    assert "yang kami terima 12" in waits(chat, 3)[-1]
    assert state(chat)["stack"][-1]["misses"] == 1


@pytest.mark.parametrize(("line", "answer"), [("batal", "Dibatalkan"), ("menu", "Ada yang bisa"), (NIK, "Nomor KK?")])
def test_what_is_whole_alone_is_not_held_up_by_what_came_before(chat: Chat, line: str, answer: str) -> None:
    arrives(chat, "123")
    assert answer in "".join(arrives(chat, line))
    assert waits(chat, 10) == []


def test_lines_stored_before_a_crash_are_joined_in_their_order_after_it(chat: Chat) -> None:
    for line in ("6471", "0445", "0690 0000"):
        arrives(chat, line, drained=False)
    assert "Nomor KK?" in waits(chat, 1)[-1]
    assert answers(chat)["nik"] == NIK


def test_a_crash_between_two_lines_loses_neither(chat: Chat) -> None:
    """The first was worked off, its timer and the second line wait for the clock of another process."""
    arrives(chat, "6471 0445")
    arrives(chat, "0690 0000", drained=False)
    waits(chat, 60)
    assert answers(chat)["nik"] == NIK


def test_a_line_long_after_the_last_stands_alone(chat: Chat) -> None:
    arrives(chat, "6471 0445")
    waits(chat, 5)
    arrives(chat, "0690 0000")
    assert "NIK Anda?" in waits(chat, 3)[-1] and "nik" not in answers(chat)


def test_a_name_in_two_lines_is_one_name(chat: Chat) -> None:
    for line in ("> batal", "> kk rusak"):
        chat.play(line)
    assert "NIK Anda?" in arrives(chat, "rina")[-1]
    waits(chat, 1)
    assert "Nama: Rina Contoh" in "".join(arrives(chat, "contoh"))
    assert (answers(chat)["name"], pending(chat)) == ("Rina Contoh", [])


@pytest.mark.parametrize("line", ["contoh", "sebentar ya", "ini nik saya"])
def test_a_whole_name_does_not_grow(chat: Chat, line: str) -> None:
    for each in ("> batal", "> kk rusak"):
        chat.play(each)
    arrives(chat, "rina contoh")
    assert arrives(chat, line) == []
    assert SCOLD in waits(chat, 3)[-1]
    assert answers(chat)["name"] == "Rina Contoh"


def test_a_photo_says_what_the_line_before_it_meant(chat: Chat) -> None:
    for line in (f"> {NIK}", "> lupa", "> karang rejo"):
        chat.play(line)
    arrives(chat, "ini fotonya min")
    chat._citizen("[photo]")
    chat._settle()
    said = "".join(chat._shown())
    assert "Foto KK yang rusak diterima" in said and "Kami menunggu" not in said


def test_outside_any_question_lines_are_joined_too(chat: Chat) -> None:
    chat.play("> batal")
    assert arrives(chat, "mau urus yang") == []
    assert "Untuk siapa" in "".join(arrives(chat, "ktp hilang"))


def test_after_the_last_line_something_is_said(chat: Chat) -> None:
    for line in ("halo?", "12", "6471", "apa ini", "xyz"):
        arrives(chat, line)
        waits(chat, 1)
    assert SCOLD in "".join(waits(chat, 10))
    assert (state(chat)["lines"], pending(chat)) == ([], [])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 15), max_size=4, unique=True), st.floats(0, 1.9))
def test_a_number_may_come_in_any_pieces(chat: Chat, cuts: list[int], pause: float) -> None:
    for line in ("> batal", "> kk rusak", "> rina contoh", "* later 1h"):
        chat.play(line)
    ends = [0, *sorted(cuts), 16]
    for start, end in zip(ends, ends[1:], strict=False):
        arrives(chat, NIK[start:end])
        waits(chat, min(pause, 1.5))
    assert answers(chat).get("nik") == NIK
