"""Which service the words of a message name. The words stand with the services, in their `wish`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.spelling import spelling
from registry.catalogue import Catalogue


@dataclass(frozen=True)
class Meant:
    """A service, and what the words already answer. The more words, and the fewer services share them, the surer."""

    code: str
    answers: Mapping[str, str] = field(default_factory=dict)
    weight: float = 0.0


@dataclass(frozen=True)
class _Wish:
    words: frozenset[str]
    code: str
    group: str
    answers: Mapping[str, str]


class Wishes:
    """All wishes of a catalogue, in the words that `bot/spelling.py` tells."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._wishes = [
            _Wish(frozenset(spelling().words(" ".join(wish.words))), service.code, service.group, wish.answers)
            for service in catalogue.values()
            for wish in service.wish
        ]
        shared = Counter(word for code in catalogue for word in self._of(code))
        self._weights = {word: math.log(1 + len(catalogue) / count) for word, count in shared.items()}

    def found(self, words: Sequence[str], groups: Collection[str]) -> list[Meant]:
        """Services of these groups all of whose wish stands in the message, or words of its kind; the surest first."""
        said = {*words, *(kind for word in words if (kind := spelling().kinds.get(word)))}
        best: dict[str, Meant] = {}
        for wish in self._wishes:
            if wish.group not in groups or not wish.words <= said:
                continue
            weight = sum(self._weights[word] for word in wish.words)
            if weight > best.get(wish.code, Meant("")).weight:
                best[wish.code] = Meant(wish.code, wish.answers, weight)
        return sorted(best.values(), key=lambda meant: -meant.weight)

    def _of(self, code: str) -> frozenset[str]:
        return frozenset().union(*(wish.words for wish in self._wishes if wish.code == code))
