"""What a request costs by SMS: the parts of all that is sent to the citizen, from the first message to the number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """Of one chat: all that was sent in it until the request had its number."""

    service: str
    way: str
    messages: int
    parts: int
    chat: str


def measure() -> None:
    """Over the chats that are written down. The usual one of a service is the middle one of those step by step."""
    found = by_way(costs())
    opening = [code for code, service in catalogue.load().items() if not service.tells]
    lines = [line for code in opening for way in (STEPS, COMPACT) if (line := _line(code, way, found.get((code, way))))]
    within = sum(usual(each).parts <= AIM for (_, way), each in found.items() if way == STEPS)
    lines.append(("services within", STEPS, "", f"{within} of {len(opening)}", "", "", ""))
    header = ("service", "way", "cheapest", "usual", "dearest", "the usual chat", "aim")
    table("SMS segments from the first message to the number of the case", header, lines)


def by_way(chats: Iterable[Cost]) -> Mapping[tuple[str, str], Sequence[Cost]]:
    found = defaultdict[tuple[str, str], list[Cost]](list)
    for cost in chats:
        found[cost.service, cost.way].append(cost)
    return found


def usual(found: Sequence[Cost]) -> Cost:
    """The middle one; of two the cheaper."""
    return sorted(found, key=lambda cost: cost.parts)[(len(found) - 1) // 2]


def costs() -> Iterator[Cost]:
    for path in sorted(CHATS.glob("*/*.txt")):
        text = path.read_text("utf-8")
        if SMS in text.splitlines():
            yield from _costs(f"{path.parent.name}/{path.stem}", text)


def _costs(chat: str, text: str) -> Iterator[Cost]:
    """Of the first request of a chat, if a citizen begins it: later ones did not begin with the first message, and
    what is filed at the counter costs the citizen nothing."""
    turns = re.split(r"^(?=[>*] )", text, flags=re.MULTILINE)[1:]
    if not turns[0].startswith(">"):
        return
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


def _line(code: str, way: str, found: Sequence[Cost] | None) -> tuple[str, ...] | None:
    """None where no chat goes so; step by step one has to."""
    if not found:
        return (code, "no chat step by step", "", "", "", "", beside(False, f"<= {AIM}")) if way == STEPS else None
    parts, middle = [cost.parts for cost in found], usual(found)
    aim = beside(middle.parts <= AIM, f"<= {AIM}")
    return code, way, str(min(parts)), str(middle.parts), str(max(parts)), middle.chat, aim
