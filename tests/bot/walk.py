"""Walks every way through every flow on the pure engine: from each state each option, and an answer of each kind."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from bot.flow import Flow, Option, Say, Step
from bot.flows.typed import alone
from bot.flows.which import BEGIN, GO_ON, service, which
from bot.meaning.picks import label
from bot.state import Frame
from notifications.outbox import Message
from registry.models import Channel
from tests.bot.player import BALIKPAPAN, CHANNELS, Player, book, office, services, words

Act = Callable[[Player], list[Message]]
BY_PAGE = office("BPP", "Disdukcapil Balikpapan", "64.71", papers_by="page")
ALL_WAYS = office("BPP", "Disdukcapil Balikpapan", "64.71", papers_by="both")

GOOD = {
    "nik": ("6471044506900000", "6471044506150000"),  # a woman of 36, a girl of 11
    "kk_number": ("6471041203150000", "lupa"),
    "name": ("rina contoh",),
    "village": ("karang rejo", "karang"),
    "birth_date": ("12 november 2020", "12 november 2025", "12 november 2005"),  # a child, a baby, a grown-up
    "date": ("12 november 2026",),
    "place": ("balikpapan",),
    "number": ("2",),
    "text": ("sesuatu",),
    "street": ("jl contoh 5 rt 2 rw 3 dekat masjid",),
    "phone": ("0812 0000 0012",),
    "what": ("tadi pagi di loket 2",),
    "wrong": ("nama ibu, seharusnya siti contoh",),
    "code": ("482913",),
    # who files and who gives the authority are other people than the one it is about
    "applicant_nik": ("6471045507850000",),
    "guardian_nik": ("6471045507800000",),
    "heir_nik": ("6471045507820000",),
}
BAD = ("xyzzy plugh", "")
TWO_CASES = [
    {"id": 1, "number": "BPP-00412", "service": "KK-HR"},
    {"id": 2, "number": "BPP-00398", "service": "SUKET"},
]
THOROUGH = ("KK-HR", "AKL", "KTP-BARU")  # one built of every kind of part; the others differ in their data alone


def _asked_again(code: str) -> dict[str, Any]:
    """All answers of a request at once, and as many papers as one request may have."""
    service = services()[code]
    facts = {"about": 1, "case_id": 1, "number": "BPP-00412", "service": code, "rest": "none", "settled": []}
    papers = {paper.key: "tidak terbaca" for paper in service.paper[:2]}
    return facts | {"papers": papers, "answers": {question.key: "keliru" for question in service.question}}


FACTS: Mapping[str, tuple[dict[str, Any], ...]] = {
    "which": (dict(which("which-switch", (service("KTP-R", BEGIN), GO_ON), [], "KTP-R").facts),),
    "status": ({"cases": TWO_CASES},),
    "correction": (
        {"case_id": 1, "number": "BPP-00412", "paper": "police_letter", "reason": "cap tidak terlihat"},
        {"case_id": 1, "number": "BPP-00412", "paper": "police_letter", "reason": "cap tidak terlihat", "way": "page"},
    ),
    **{f"again:{code}": (_asked_again(code),) for code in services()},
    "rating": ({"about": 1, "number": "BPP-00412", "service": "KK-HR"},),
    "withdraw": ({"cases": TWO_CASES[:1]}, {"cases": TWO_CASES}),
    "complaint": ({}, {"said": "payah", "unsure": True}, {"about": 1, "number": "ADU-0001"}),
    "rating_comment": ({"about": 1},),
    "release": ({"about": 1, "number": "BPP-00412", "document": "kartu_keluarga", "who": "R... C..."},),
    "my_data": (
        {"cases": 1, "photos": 2, "answers": ["name", "nik", "village"]},
        {"cases": 0, "photos": 0, "answers": []},
        {"cases": 3, "photos": 12, "answers": ["reason", "name", "nik", "kk_number", "village", "birth_date", "sex"]},
    ),
    "delete_data": tuple(
        {"running": running, "may_withdraw": may, "recorded": recorded, "code": "482913"}
        for running, may, recorded in (
            ([], False, None),
            (["BPP-00412"], True, None),
            (["BPP-00412", "BPP-00413"], False, None),
            (["BPP-00412"], True, "HD-0007"),
            (["BPP-00412"], False, "HD-0007"),
        )
    ),
    "handover": tuple(
        {"about": 1, "document_id": 1, "card": card, "number": "BPP-00412", "fee": 14_000, "name": "R", "phone": phone}
        for card, phone in (("card", None), ("kia", "+6281200000012"))
    ),
}


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
            for channel in CHANNELS:
                yield Way(name, facts, channel, "id", False, BALIKPAPAN)
                yield Way(name, facts, channel, "en", False, ALL_WAYS)
            yield Way(name, facts, Channel.WHATSAPP, "id", False, BY_PAGE)
            yield Way(name, facts, Channel.WHATSAPP, "id", True, None)


@dataclass
class Walk:
    """`leads` says which states follow a state; END is the flow's own."""

    asked: set[str] = field(default_factory=set)
    says: list[Say] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    leads: dict[str, set[str]] = field(default_factory=dict)


END = "end"


@cache
def walk(way: Way) -> Walk:
    walked = Walk()
    player = way.player()
    note(walked, player, player.begin(way.flow, **FACTS.get(way.flow, ({},))[way.facts]))
    waiting, files, met = deque([(_place(player.kept, way), player.kept)]), player.files, {END}
    while waiting:
        here, kept = waiting.popleft()
        if here in met:
            continue
        met.add(here)
        walked.leads[here] = set()
        for act in _acts(kept, way):
            player = way.player(kept)
            player.files = files  # every photo of the walk is another one
            note(walked, player, act(player))
            place = _place(player.kept, way)
            walked.leads[here].add(place)
            waiting.append((place, player.kept))
    return walked


def note(walked: Walk, player: Player, messages: list[Message]) -> None:
    walked.says += player.says
    walked.messages += messages
    if frame := player.state.top:
        step = open_step(player, frame)
        walked.asked |= {f"{frame.flow}/{step.key}"} if step else set()


def open_step(player: Player, frame: Frame) -> Step | None:
    flow: Flow = book()[frame.flow]
    return flow.open_step(_talk(player, frame), frame.again)


def _talk(player: Player, frame: Frame) -> Any:
    from bot.turn import Turn

    return Turn(player.context(), player.state).talk(frame)


def _place(kept: str, way: Way) -> str:
    """Which questions are answered, and those answers that decide what is asked: all else leads the same way."""
    player = way.player(kept)
    state = player.state
    if all(frame.flow != way.flow for frame in state.stack):
        return END
    frames = [
        (frame.flow, frame.again, _applying(player, frame), _deciding(frame), _tries(frame.note))
        for frame in state.stack
    ]
    return json.dumps([frames, [option["id"] for option in state.offered], state.ticket])


def _applying(player: Player, frame: Frame) -> list[str]:
    """The questions that are answered and still asked: an answer to another one, left from before, waits."""
    talk = _talk(player, frame)
    return [step.key for step in book()[frame.flow].steps if step.key in frame.answers and step.when(talk)]


def _deciding(frame: Frame) -> list[Any]:
    """The answers that what is still unanswered depends on."""
    service = services().get(frame.flow.removeprefix("application:"))
    keys = {"method"}
    if service:
        asked = [part.when for part in service.question if part.key not in frame.answers]
        asked += [part.when for part in service.paper if f"paper:{part.key}" not in frame.answers]
        keys = {key for condition in asked for key in condition}
    return [frame.answers[key] for key in sorted(keys & frame.answers.keys())]


def _tries(note: Any) -> Any:
    return min(note, 3) if isinstance(note, int) else note


def _acts(kept: str, way: Way) -> Iterator[Act]:
    player = way.player(kept)
    if player.state.ticket is not None:
        yield lambda player: player.type("lanjut")
        return
    if player.state.top and player.state.top.flow != way.flow:  # another flow has a walk of its own
        yield lambda player: player.type("batal")
        return
    for option in player.offered:
        yield _pressed(player, option)
    if way.flow in SERVICES:
        yield from (partial(Player.type, text=text) for text in _answers(player))
        if way.channel is Channel.WHATSAPP:
            yield lambda player: player.send("fine")
        return
    for text in (*_answers(player), *BAD):
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


def _answers(player: Player) -> tuple[str, ...]:
    frame = player.state.top
    if frame is None:
        return ()
    step = open_step(player, frame)
    if step is None:
        return ()
    if step.kind == "choice" and not player.offered:  # asked together with others
        options = alone(step, _talk(player, frame)).options
        return tuple(label(option, words(), player.language, player.channel) for option in options)
    kinds = {question.key: question.kind for service in services().values() for question in service.question}
    said = GOOD.get(step.key) or GOOD.get(kinds.get(step.key, step.key), ())
    return (*said, "bawa", "halaman") if step.takes_uploads or step.key == "papers" else said
