"""Which service the words of a message name. The words stand with the services, in their `wish`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.meaning.spelling import spelling
from registry.catalogue import Catalogue

OF_ITS_KIND = 0.8  # of the weight of a word that stands there itself


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
    """All wishes of a catalogue, in the words that `bot/meaning/spelling.py` tells."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._wishes = [
            _Wish(frozenset(spelling().words(" ".join(wish.words))), service.code, service.group, wish.answers)
            for service in catalogue.values()
            for wish in service.wish
        ]
        shared = Counter(word for code in catalogue for word in self._of(code))
        self._weights = {word: math.log(1 + len(catalogue) / count) for word, count in shared.items()}

        self._by_word: dict[str, list[int]] = {}  # the places of the wishes, each under its weightiest word
        for place, wish in enumerate(self._wishes):
            self._by_word.setdefault(max(sorted(wish.words), key=self._weights.__getitem__), []).append(place)

    def found(self, words: Sequence[str], groups: Collection[str]) -> list[Meant]:
        """Services of these groups all of whose wish stands in the message, or words of its kind; the surest first.

        A lighter wish of the same service answers as well, where a heavier one says nothing else.
        """
        literal = set(words)
        said = literal.union(kind for word in words if (kind := spelling().kinds.get(word)))
        best: dict[str, Meant] = {}
        for weight, wish in sorted(self._wished(said, literal, groups), key=lambda found: -found[0]):
            before = best.get(wish.code) or Meant(wish.code, {}, weight)
            best[wish.code] = replace(before, answers={**wish.answers, **before.answers})
        return sorted(best.values(), key=lambda meant: -meant.weight)

    def _wished(self, said: set[str], literal: set[str], groups: Collection[str]) -> Iterator[tuple[float, _Wish]]:
        places = sorted(place for word in said for place in self._by_word.get(word, ()))
        for wish in (self._wishes[place] for place in places):
            if wish.group in groups and wish.words <= said:
                yield sum(self._weights[word] * (1 if word in literal else OF_ITS_KIND) for word in wish.words), wish

    def _of(self, code: str) -> frozenset[str]:
        return frozenset().union(*(wish.words for wish in self._wishes if wish.code == code))
