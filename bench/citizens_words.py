"""What a citizen gets who writes a message of their own: over the whole path of a message, not the label alone.

`held_out.csv` holds messages that nothing was learned from, each with what is wanted: the code of a service, the list
of a group ("list:kk"), a question's topic (bot/meaning/topics.py), a command, or "none" for what is not ours. `a|b`:
either. Nobody sees what a new set gets before it is written; once its misses were looked at it is an older set, and a
newer one tells how well strange messages are understood.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bench.table import beside, table
from bot import effects
from bot.flows.application import NAME
from bot.flows.which import GROUP, SERVICE
from bot.meaning.topics import Topic
from tests.bot.player import Player, services

HELD_OUT = Path(__file__).with_name("held_out.csv")
AIM = 0.9
DONE = {
    effects.ShowStatus: "status",
    effects.HandToOfficer: "officer",
    effects.AskWithdrawal: "cancel",
    effects.AskDeletion: "delete_data",
    effects.TellVisits: "van",
}
SAID = {
    "thanks": "thanks", "help": "menu", "ikd-fraud": "warn", "scam-do-not": "warn", "not-ours": "none",
    "told-papers": Topic.REQUIREMENTS, "told-no-papers": Topic.REQUIREMENTS, "told-papers-group": Topic.REQUIREMENTS,
    "told-durations": Topic.DURATION, "told-no-rt-letter": Topic.RT_LETTER, "told-delivery": "delivery",
    "ikd-lost": "IKD", "sorry-to-wait": "complaint",
}  # fmt: skip
NOT_UNDERSTOOD = ("which-three", "not-understood-second", "offer-officer")


class Got(StrEnum):
    RIGHT = "right at once"
    ASKED = "asked, right among the buttons"
    LISTED = "the right list"
    UNCLEAR = "not understood"
    WRONG = "something else"
    BEGUN = "another request begun"


@dataclass(frozen=True)
class Message:
    text: str
    wants: tuple[str, ...]
    set: str


@dataclass(frozen=True)
class Answered:
    """`got` is done or told, `offered` stands on two or three buttons, `listed` is a list of the menu."""

    got: frozenset[str]
    offered: frozenset[str]
    listed: str
    begun: str
    unclear: bool


def measure() -> None:
    told = [(message, score(answered(message.text), message.wants)) for message in held_out()]
    sets = dict.fromkeys(message.set for message, _ in told)
    counts = {each: Counter(got for message, got in told if message.set == each) for each in sets}
    lines = [(str(got), *(_share(each[got], each.total()) for each in counts.values()), "") for got in Got]
    right = [each[Got.RIGHT] + each[Got.ASKED] for each in counts.values()]
    met = all(n >= AIM * each.total() for n, each in zip(right, counts.values(), strict=True))
    shares = (_share(n, each.total()) for n, each in zip(right, counts.values(), strict=True))
    lines.append(("right or asked", *shares, beside(met, f">= {AIM:.0%}")))
    lines.append(("messages", *(str(each.total()) for each in counts.values()), ""))
    table("What a citizen gets who writes in their own words (held out)", ("", *sets, "aim"), lines)
    missed = [(m.text, "|".join(m.wants), str(got)) for m, got in told if got not in (Got.RIGHT, Got.ASKED)]
    table("Not what was wanted", ("message", "wanted", "got"), missed)


def _share(count: int, total: int) -> str:
    return f"{count / total:.1%}"


def held_out() -> Iterator[Message]:
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        yield from (Message(row["text"], tuple(row["wants"].split("|")), row["set"]) for row in rows)


def answered(text: str) -> Answered:
    """Of a citizen who has agreed to the notice, and of whom nothing else is open."""
    player = Player()
    player.type(text)
    top = player.state.top
    flow, code = (top.flow, top.flow.removeprefix(NAME)) if top else ("", "")
    options = {option.id.removeprefix(SERVICE).removeprefix(GROUP).removeprefix("!") for option in player.offered}
    said = [*(say.key for say in player.says), *(each.key for each in player.done if isinstance(each, effects.Tell))]
    told = {name for key in said for name in _meant(key)}
    unclear = any(say.key in NOT_UNDERSTOOD for say in player.says)
    listed = str(top.answers.get("group", "")) if top and flow == "menu" else ""
    if flow == "menu" and not listed:
        told.add("menu")
    if flow == "complaint":
        told.add("complaint")
    begun = code if flow.startswith(NAME) else ""
    done = {name for effect in player.done if (name := DONE.get(type(effect)))}
    offered = frozenset() if unclear or flow != "which" else frozenset(options)
    return Answered(frozenset(told | done | {begun} - {""}), offered, listed, begun, unclear)


def score(found: Answered, wants: Sequence[str]) -> Got:
    groups = {str(services()[want].group) for want in wants if want in services()}
    groups |= {want.removeprefix("list:") for want in wants}
    if found.got.intersection(wants) or f"list:{found.listed}" in wants or (wants == ("none",) and found.unclear):
        return Got.RIGHT
    if found.offered.intersection(want.removeprefix("list:") for want in wants):
        return Got.ASKED
    if found.listed in groups or found.offered & groups:
        return Got.LISTED
    return Got.BEGUN if found.begun else Got.UNCLEAR if found.unclear else Got.WRONG


def _meant(key: str) -> Iterator[str]:
    if key.startswith("elsewhere-"):
        yield "none"
    yield from (code for code, service in services().items() if service.tells == key)
    yield SAID.get(key, key.removeprefix("told-"))
