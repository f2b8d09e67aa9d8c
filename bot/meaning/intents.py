"""What a free message is about. `python -m bot.intents` reads messages, one a line, and prints the label of each.

The words are told as `spelling.py` says, and what was learned decides (`learned.py`). A message is read for
itself: an open question, and what was offered with it, comes before all of this.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from io import TextIOWrapper

from bot.meaning.learned import features, learned
from bot.meaning.spelling import Vocabulary, spelling

SURE = 0.3  # of a lead over the next label: below it one in three is wrong, above it one in thirty (`make bench`)
LIKELY = 0.5  # of a score: what is below it says nothing
STRONGEST = 9  # of what speaks for a label, shown by --why


class Label(StrEnum):
    KK = "kk"
    KTP = "ktp"
    SUKET = "suket"
    KIA = "kia"
    AKTA_KELAHIRAN = "akta_kelahiran"
    AKTA_KEMATIAN = "akta_kematian"
    AKTA_PERKAWINAN = "akta_perkawinan"
    PINDAH = "pindah"
    IKD = "ikd"
    STATUS = "status"
    DELIVERY = "delivery"
    VERIFY = "verify"
    VAN_SCHEDULE = "van_schedule"
    HUMAN = "human"
    COMPLAINT = "complaint"
    GREET = "greet"
    THANKS = "thanks"
    CANCEL = "cancel"
    HELP = "help"
    OTHER = "other"


@dataclass(frozen=True)
class Intent:
    """`lead` is how far `label` is before the next one. `known`: some part of the message was known at all."""

    label: Label
    ranking: tuple[Label, ...]  # all labels, the likeliest first
    lead: float
    strength: float  # of what speaks for the label
    known: bool
    words: tuple[str, ...]  # as they are meant, not as they are spelt

    @property
    def sure(self) -> bool:
        return self.known and self.lead >= SURE

    @property
    def likely(self) -> bool:
        """Enough speaks for it to be asked about."""
        return self.known and self.strength >= LIKELY

    def as_(self, label: Label) -> Intent:
        """The same message, where something else than what was learned says what it is about."""
        return replace(self, label=label, lead=1.0, strength=1.0, known=True)


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(learned().words(), spelling().spellings)


def words_of(text: str) -> list[str]:
    return vocabulary().mended(spelling().words(text))


def understand(text: str) -> Intent:
    """Never raises, whatever the text; of a long one the beginning counts."""
    words = words_of(text)
    scores = learned().scores(features(words, spelling().kinds))
    ranking = tuple(Label(label) for label in sorted(scores, key=scores.__getitem__, reverse=True))
    known = any(scores.values())
    lead = scores[ranking[0]] - scores[ranking[1]]
    return Intent(ranking[0] if known else Label.OTHER, ranking, lead, scores[ranking[0]], known, tuple(words))


def why(text: str) -> str:
    """The words and parts of words that spoke most for the label."""
    found = understand(text)
    pushes = learned().pushes(features(found.words, spelling().kinds))
    told = sorted(((push.get(found.label, 0.0), each) for each, push in pushes.items()), reverse=True)
    strongest = ", ".join(f"{each} {much:+.2f}" for much, each in told[:STRONGEST])
    return f"{found.label}\t{found.lead:.2f} before {found.ranking[1]}\t{strongest}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m bot.intents", description="The label of each message on standard input.")
    parser.add_argument("--why", action="store_true", help="with the runner-up and what spoke for the label")
    tell = why if parser.parse_args(arguments).why else _label
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        sys.stdout.write(tell(line) + "\n")
        sys.stdout.flush()


def _label(text: str) -> str:
    return understand(text).label
