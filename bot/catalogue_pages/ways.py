"""The ways through a service's chat: the usual one, then each that another answer opens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalogue_pages.sample_chat import Exchange, Wanted
from bot.catalogue_pages.sample_citizen import conditions, fitting, others
from registry.catalogue import Service


@dataclass(frozen=True)
class Way:
    """`news` are what no way before it had."""

    wanted: Wanted
    news: Sequence[Exchange]


def ways(service: Service, play: Callable[[Wanted], Sequence[Exchange]], today: date) -> Iterator[Way]:
    """Every answer that may lead elsewhere is given once, on the way on which it was first asked for; then those that
    lead elsewhere only together. Without the usual way's end, which they come to as well."""
    waiting, met, heard = deque[Wanted]([{}]), set[tuple[str, Any]](), set[str]()
    together = deque(fitting(each, today) for each in conditions(service) if len(each) > 1)
    while waiting or together:
        wanted = waiting.popleft() if waiting else together.popleft()
        chat = play(wanted)
        new = [each for each in chat if not (wanted and each.sums_up) and not heard >= _texts(each)]
        heard |= {text for each in chat for text in _texts(each)}
        if new:
            yield Way(wanted, new)
        for other in _turnings(service, chat, today):
            if other not in met:
                met.add(other)
                waiting.append({**wanted, other[0]: other[1]})


def _turnings(service: Service, chat: Sequence[Exchange], today: date) -> Iterator[tuple[str, Any]]:
    for exchange in chat:
        yield from exchange.beside
        for question in exchange.asked:
            yield from ((question.key, other) for other in others(question, service, today))


def _texts(exchange: Exchange) -> set[str]:
    return {message.text for message in exchange.messages}
