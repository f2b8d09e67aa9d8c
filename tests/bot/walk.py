"""Walks every way through every flow on the pure engine: from each state each option, and an answer of each kind."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import Any

from bot.flow import Flow, Step, Talk
from bot.flows.typed import alone
from bot.meaning.picks import label
from bot.says import Option
from bot.state import Frame
from bot.turn import Turn
from notifications.outbox import Message
from registry.models import Channel
from registry.services.conditions import holds
from registry.services.service import Condition
from tests.bot.player import BALIKPAPAN, CHANNELS, TODAY, Player, book, services, words
from tests.bot.situations import ALL_WAYS, BAD, BY_PAGE, FACTS, GOOD

Act = Callable[[Player], list[Message]]
THOROUGH = ("KK-HR", "AKL", "KTP-BARU")  # one built of every kind of part; the others differ in their data alone
EVERYWHERE = ("KK-HR",)  # of these the one walked at every kind of office: what differs there is the same for all


@dataclass(frozen=True)
class Way:
    """One situation in which a flow begins."""

    flow: str
    facts: int  # which of FACTS
    channel: Channel
    language: str
    shared: bool
    office: Any

    def player(self, kept: str | None = None) -> Player:
        player = Player(self.channel, self.language, None if self.shared else self.office, self.shared)
        player.kept = kept or player.kept
        return player


SERVICES = tuple(f"application:{code}" for code in services() if code not in THOROUGH)
AGAIN = tuple(f"again:{code}" for code in services() if code not in THOROUGH)  # of the same questions and papers


def ways() -> Iterator[Way]:
    for name in SERVICES:
        yield from (Way(name, 0, channel, "id", False, BALIKPAPAN) for channel in CHANNELS)
    for name in (name for name in book() if name not in (*SERVICES, *AGAIN)):
        for facts in range(len(FACTS.get(name, ({},)))):
            yield from (Way(name, facts, channel, "id", False, BALIKPAPAN) for channel in CHANNELS)
            if name.removeprefix("application:") in set(THOROUGH).difference(EVERYWHERE):
                continue
            yield from (Way(name, facts, channel, "en", False, ALL_WAYS) for channel in CHANNELS)
            yield Way(name, facts, Channel.WHATSAPP, "id", False, BY_PAGE)
            yield Way(name, facts, Channel.WHATSAPP, "id", True, None)


@dataclass
class Walk:
    """`leads` says which states follow a state; END is the flow's own."""

    asked: set[str] = field(default_factory=set)
    shown: set[tuple[Option, ...]] = field(default_factory=set)
    messages: set[Message] = field(default_factory=set)
    leads: dict[str, set[str]] = field(default_factory=dict)


END = "end"
GUESSED = "which-"  # what was meant: made up of what the words come near


@cache
def walk(way: Way) -> Walk:
    walked = Walk()
    player = way.player()
    said = player.begin(way.flow, **FACTS.get(way.flow, ({},))[way.facts])
    waiting, files, met = deque([note(walked, player, said)]), player.files, {END}
    while waiting:
        here = waiting.popleft()
        name = here.name(way)
        if name in met:
            continue
        met.add(name)
        walked.leads[name] = set()
        for act in _acts(here, way):
            player = way.player(here.kept)
            player.files = files  # every photo of the walk is another one
            after = note(walked, player, act(player))
            walked.leads[name].add(after.name(way))
            waiting.append(after)
    return walked


class Place:
    """Where a conversation stands, looked at once."""

    def __init__(self, player: Player) -> None:
        self.player, self.kept, self.state = player, player.kept, player.state
        turn = Turn(player.context(), self.state)
        self.talks = [turn.talk(frame) for frame in self.state.stack]

    @cached_property
    def open_step(self) -> Step | None:
        frame = self.state.top
        flow: Flow | None = book()[frame.flow] if frame else None
        return flow.open_step(self.talks[-1], frame.again) if flow and frame else None

    def name(self, way: Way) -> str:
        """Which questions are answered, and those answers that decide what is asked: all else leads the same way."""
        if all(frame.flow != way.flow for frame in self.state.stack):
            return END
        frames = [_frame(frame, talk) for frame, talk in zip(self.state.stack, self.talks, strict=True)]
        return json.dumps([frames, [option["id"] for option in self.state.offered], self.state.ticket])


def note(walked: Walk, player: Player, messages: list[Message]) -> Place:
    walked.shown |= {say.options for say in player.says if not say.key.startswith(GUESSED)}
    walked.messages |= set(messages)
    place = Place(player)
    if (frame := place.state.top) and place.open_step:
        walked.asked.add(f"{frame.flow}/{place.open_step.key}")
    return place


def _frame(frame: Frame, talk: Talk) -> tuple[Any, ...]:
    """An answer put right that nothing depends on is put right the same way wherever the rest stands."""
    again = (frame.flow, frame.again, _tries(frame.note))
    if frame.again in _free(frame.flow):
        return again
    steps = book()[frame.flow].steps
    applying = [step.key for step in steps if step.key in frame.answers and step.when(talk)]
    return (*again, applying, _deciding(frame))


@cache
def _free(flow: str) -> frozenset[str]:
    """The steps of a service that no condition of it asks after."""
    service = services().get(flow.removeprefix("application:"))
    if service is None:
        return frozenset()
    conditions = [part.when for part in service.question] + [part.when for part in service.paper]
    return frozenset(step.key for step in book()[flow].steps) - {key for when in conditions for key in when}


def _deciding(frame: Frame) -> list[Any]:
    """What the answers leave of the conditions of all that is still unanswered."""
    method = frame.answers.get("method")
    service = services().get(frame.flow.removeprefix("application:"))
    if service is None:
        return [method]
    left = [(part.key, part.when) for part in service.question if part.key not in frame.answers]
    left += [(part.key, part.when) for part in service.paper if f"paper:{part.key}" not in frame.answers]
    open_ones = ((key, _left(condition, frame.answers)) for key, condition in left)
    return [method, *(one for one in open_ones if one[1] is not False)]


def _left(condition: Condition, answers: Mapping[str, Any]) -> bool | list[str]:
    held = holds(condition, answers, TODAY)
    return sorted(condition.keys() - answers.keys()) if held is None else held


def _tries(note: Any) -> Any:
    return min(note, 3) if isinstance(note, int) else note


def _acts(here: Place, way: Way) -> Iterator[Act]:
    player = here.player
    if here.state.ticket is not None:
        yield lambda player: player.type("lanjut")
        return
    if here.state.top and here.state.top.flow != way.flow:  # another flow has a walk of its own
        yield lambda player: player.type("batal")
        return
    for option in player.offered:
        yield _pressed(player, option)
    if way.flow in SERVICES:
        yield from (partial(Player.type, text=text) for text in _answers(here))
        if way.channel is Channel.WHATSAPP:
            yield lambda player: player.send("fine")
        return
    for text in (*_answers(here), *BAD):
        yield partial(Player.type, text=text)
    yield lambda player: player.send("fine")
    yield lambda player: player.send("blurred")
    yield lambda player: player.send("locked-pdf", kind=None)


def _pressed(player: Player, option: Option) -> Act:
    if option.unnumbered and player.channel is Channel.SMS:
        words_of_it = label(option, words(), player.language, player.channel)
        return lambda player: player.type(words_of_it)
    if player.channel is Channel.SMS:
        number = str(player.offered.index(option) + 1)
        return lambda player: player.type(number)
    return lambda player: player.press(option.id)


def _answers(here: Place) -> tuple[str, ...]:
    step = here.open_step
    if step is None:
        return ()
    if step.kind == "choice" and not here.state.offered:  # asked together with others
        options = alone(step, here.talks[-1]).options
        player = here.player
        return tuple(label(option, words(), player.language, player.channel) for option in options)
    said = GOOD.get(step.key) or GOOD.get(_kinds().get(step.key, step.key), ())
    return (*said, "bawa", "halaman") if step.takes_uploads or step.key == "papers" else said


@cache
def _kinds() -> dict[str, str]:
    return {question.key: question.kind for service in services().values() for question in service.question}
