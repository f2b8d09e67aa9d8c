"""What a request costs by SMS: the parts of all that is sent to the citizen, from the first message to the number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.table import beside, table
from registry import catalogue
from simulator.segments import count

CHATS = Path(__file__).parents[1] / "tests" / "transcripts"
AIM = 10
SMS = "# channel: sms"
OPENED = re.compile(r"^! \S+ (\S+) submitted")
SHOWN, SENT = "K7Q2M9XR4T", 22 * "K"  # letters of a token as the chats show it, and as it goes out
STEPS, COMPACT = "step by step", "compact"


@dataclass(frozen=True)
class Cost:
    """`whole`: the chat plays the one request and nothing else before its number."""

    service: str
    way: str
    messages: int
    parts: int
    chat: str


def measure() -> None:
    """Over the chats that are written down: the cheapest and the dearest of each service and way of asking."""
    found = defaultdict[str, list[Cost]](list)
    for cost in costs():
        found[cost.service].append(cost)
    opening = [code for code, service in catalogue.load().items() if not service.tells]
    lines = [line for code in opening for line in _lines(code, found.get(code, []))]
    within = sum(_met(found.get(code, [])) for code in opening)
    lines.append(("services within", "", "", f"{within} of {len(opening)}", "", ""))
    header = ("service", "way", "messages", "segments", "chat", "aim")
    table("SMS segments from the first message to the number of the case", header, lines)


def costs() -> Iterator[Cost]:
    for path in sorted(CHATS.glob("*/*.txt")):
        text = path.read_text("utf-8")
        if SMS in text.splitlines():
            yield from _costs(f"{path.parent.name}/{path.stem}", text)


def _costs(chat: str, text: str) -> Iterator[Cost]:
    """Of the first request of a chat: what comes later did not begin with the first message."""
    turns = re.split(r"^(?=[>*] )", text, flags=re.MULTILINE)[1:]
    way = COMPACT if "#" in turns[0].splitlines()[0] else STEPS
    said: list[str] = []
    for turn in turns:
        said += _messages(turn)
        if opened := next((found for line in turn.splitlines() if (found := OPENED.match(line))), None):
            parts = sum(count(message.replace(SHOWN, SENT)).parts for message in said)
            yield Cost(opened[1], way, len(said), parts, chat)
            return


def _messages(turn: str) -> Iterator[str]:
    """Lines that follow one another are one message."""
    for block in re.split(r"\n\s*\n", turn):
        if lines := [line[2:] for line in block.splitlines() if line.startswith("< ")]:
            yield "\n".join(lines)


def _lines(code: str, found: Sequence[Cost]) -> Iterator[tuple[str, ...]]:
    by_way: Mapping[str, list[Cost]] = {way: [each for each in found if each.way == way] for way in (STEPS, COMPACT)}
    for way, each in by_way.items():
        if each:
            usual = min(each, key=lambda cost: cost.parts)
            aim = beside(usual.parts <= AIM, f"<= {AIM}")
            yield code, way, str(usual.messages), str(usual.parts), usual.chat, aim
    if not found:
        yield code, "no chat by SMS", "", "", "", beside(False, f"<= {AIM}")


def _met(found: Sequence[Cost]) -> bool:
    usual = [min((each.parts for each in found if each.way == way), default=0) for way in (STEPS, COMPACT)]
    return bool(found) and max(usual) <= AIM
