"""Every chat goes today as it is written down, keeps the carrier's limits, and together they play everything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.flows import asked_again
from bot.flows.application import NAME
from bot.wording import LANGUAGES
from notifications.content import (
    MAX_BODY,
    MAX_BUTTONS,
    MAX_CHOICE_BODY,
    MAX_ITEM,
    MAX_ITEMS,
    MAX_TITLE,
    ListPicker,
    session_form,
)
from notifications.outbox import Message
from registry.models import Channel
from simulator.segments import count
from tests.bot.player import CHANNELS, HOURS, book, services, words
from tests.bot.text_keys import variables
from tests.transcripts.chat import Chat, play
from tests.transcripts.scripts import SCRIPTS, opening
from tests.transcripts.stage import Stage

MOST_PARTS = 2  # of one SMS
EACH = 4  # chats in which a flow is played
IN_ENGLISH = 12  # services, to the number of a case
FREE = {"id": ("GRATIS", "PUNGLI"), "en": ("FREE", "PUNGLI")}
BALIKPAPAN = {"known": "yes", "office": "Disdukcapil Balikpapan", "address": "Jl. Contoh 1, Balikpapan", "hours": HOURS}


@dataclass(frozen=True)
class Played:
    text: str
    chat: Chat


PLAYED: dict[Path, Played] = {}


@pytest.fixture(scope="module")
def stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    file = tmp_path_factory.mktemp("chats") / "chats.db"
    file.write_bytes(sqlite_template.read_bytes())
    stage = Stage(file)
    yield stage
    stage.close()


@pytest.fixture
def played(stage: Stage) -> Callable[[Path], Played]:
    """A chat as it goes, played once."""

    def once(path: Path) -> Played:
        if path not in PLAYED:
            PLAYED[path] = _play(path, stage)
        return PLAYED[path]

    return once


def _play(path: Path, stage: Stage) -> Played:
    start, chats = opening(stage.set_up()), list[Chat]()

    def begin(header: dict[str, str]) -> Chat:
        chats.append(start(header))
        return chats[0]

    return Played(play(path.read_text("utf-8"), begin), chats[0])


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_the_chat_goes_as_written(path: Path, played: Callable[[Path], Played]) -> None:
    assert played(path).text == path.read_text("utf-8")


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_the_carrier_takes_all_that_is_said(path: Path, played: Callable[[Path], Played]) -> None:
    chat = played(path).chat
    faults = sms_faults if chat.channel is Channel.SMS else whatsapp_faults
    assert {message.text: found for message in chat.told if (found := list(faults(message)))} == {}


def whatsapp_faults(message: Message) -> Iterator[str]:
    longest = MAX_CHOICE_BODY if message.choices else MAX_BODY
    as_list = isinstance(session_form(message.choices), ListPicker)
    most, title = (MAX_ITEMS, MAX_ITEM) if as_list else (MAX_BUTTONS, MAX_TITLE)
    yield from (f"{len(message.text)} letters",) if len(message.text) > longest else ()
    yield from (f"{len(message.choices)} choices",) if len(message.choices) > most else ()
    yield from (choice.label for choice in message.choices if len(choice.label) > title)


def sms_faults(message: Message) -> Iterator[str]:
    found = count(message.text)
    yield from (found.encoding,) if found.encoding != "GSM-7" else ()
    yield from (f"{found.parts} parts",) if found.parts > MOST_PARTS else ()
    yield from (choice.label for choice in message.choices)


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_whoever_is_accepted_reads_that_it_is_free_and_whom_to_tell_of_money(path: Path) -> None:
    for said in acceptances(path.read_text("utf-8")):
        assert any(all(word in said for word in wanted) for wanted in FREE.values()), said


def acceptances(text: str) -> Iterator[str]:
    """What was said in the citizen's turns in which a case came to be."""
    known = set[str]()
    for turn in re.split(r"^(?=[>*] )", text, flags=re.MULTILINE):
        new = {line.split()[1] for line in turn.splitlines() if line.startswith("! ")} - known
        known |= new
        yield from (turn,) if new and turn.startswith("> ") else ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_acceptance_says_it(language: str) -> None:
    keys = [key for key in words().keys(language) if key.startswith("case-opened")]
    wanted = variables(language)
    said = [words().render(key, dict.fromkeys(wanted[key], "-"), language, each) for key in keys for each in Channel]
    assert len(said) >= 2 * len(Channel)
    assert [text for text in said if not all(word in text for word in FREE[language])] == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_service_is_played_to_its_end(channel: Channel, played: Callable[[Path], Played]) -> None:
    """To the number of its case; where no case comes of it, to what the citizen is told to do."""
    chats = [each.chat for path in SCRIPTS if (each := played(path)).chat.channel is channel]
    ended = {standing.split()[1] for chat in chats for standing in chat.cases.values()}
    told = {message.text for chat in chats for message in chat.told}
    for code, service in services().items():
        if service.tells and words().render(service.tells, BALIKPAPAN, "id", channel) in told:
            ended.add(code)
    assert set(services()) - ended == set()


def test_every_flow_is_played_often_enough(played: Callable[[Path], Played]) -> None:
    """What is asked again is one flow, though every service has its own: its questions are the request's."""
    times = Counter(flow for path in SCRIPTS for flow in set(map(_alike, flows_of(played(path).chat))))
    assert {flow: times[flow] for flow in map(_alike, book()) if times[flow] < EACH} == {}


def _alike(flow: str) -> str:
    return asked_again.NAME if flow.startswith(asked_again.NAME) else flow


def flows_of(chat: Chat) -> set[str]:
    """What stood open; and the services that only tell, which never do."""
    told = "\n".join(message.text for message in chat.told)
    keys = {code: service.tells for code, service in services().items() if service.tells}
    ways = ((code, words().render(key, BALIKPAPAN, to, chat.channel)) for code, key in keys.items() for to in LANGUAGES)
    return chat.flows | {NAME + code for code, said in ways if said in told}


def test_services_are_asked_for_in_english_as_well(played: Callable[[Path], Played]) -> None:
    chats = {path: played(path).chat for path in SCRIPTS if "We have your request" in path.read_text("utf-8")}
    chats |= {path: played(path).chat for path in SCRIPTS if "< Received, no." in path.read_text("utf-8")}
    asked = {standing.split()[1] for chat in chats.values() for standing in chat.cases.values()}
    assert len(asked) >= IN_ENGLISH
