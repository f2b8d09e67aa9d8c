"""What every citizen heard in the wild run, beside what one heard who played the same script in peace."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import product

from assembly.chat import words
from bench.chaos.citizens import Citizen, heard
from bench.chaos.trouble import LOSE_AN_ANSWER, Fault
from bot.wording import LANGUAGES
from registry.models import Channel

# What may differ between two runs of one script: numbers, places in the queue, days and hours, addresses with a key;
# and whether a photo was read, for it is taken as it is when its reader was killed.
VARIES = re.compile(
    "|".join(
        (
            r"Foto \S+ diterima\.",
            r"KTP terbaca, NIK sama\.",
            r"(?:Foto s|S)urat hilang (?:diterima|terbaca, tanggal [^.]+)\.",
            r"BPP-\d+",
            r"ke-\d+",
            r"https?://\S+",
            r"\b\d{1,2}[ -]\S+[ -]\d{4}\b",
            r"\b\d\d\.\d\d\b",
            r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat)\b",
        )
    )
)
RATING = re.compile(r" sudah selesai\. Bagaimana layanan kami\?")
REGRETS = ("answers-one-by-one", "answer-late")  # in this order, where both are said


@dataclass
class Verdict:
    """`lost` and `disordered` name the citizen and the words; `twice` counts what came more often than in peace."""

    messages: int = 0
    lost: list[tuple[Citizen, str]] = field(default_factory=list)
    twice: Counter[str] = field(default_factory=Counter)
    disordered: list[Citizen] = field(default_factory=list)
    doubtful: int = 0  # faults that may have lost the carrier's answer: no more than these excuse what came twice

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.disordered) and self.twice.total() <= self.doubtful


def calm(twilio: str, citizens: Sequence[Citizen]) -> dict[str, list[str]]:
    """By the part that was played."""
    return {citizen.part.name: [*plain(heard(twilio, citizen))] for citizen in citizens}


def judge(
    twilio: str, citizens: Sequence[Citizen], peace: Mapping[str, Sequence[str]], faults: Iterable[Fault]
) -> Verdict:
    verdict = Verdict(doubtful=sum(fault.name in LOSE_AN_ANSWER for fault in faults))
    for citizen in citizens:
        got = [*plain(heard(twilio, citizen))]
        verdict.messages += citizen.said + len(got)
        compare(verdict, citizen, got, peace[citizen.part.name])
    return verdict


def compare(verdict: Verdict, citizen: Citizen, got: Sequence[str], peace: Sequence[str]) -> None:
    missing, more = Counter(peace) - Counter(got), Counter(got) - Counter(peace)
    verdict.lost += [(citizen, text) for text in missing.elements()]
    verdict.twice += more
    once = list(dict.fromkeys(got))
    blocks = SequenceMatcher(None, once, list(dict.fromkeys(peace)), autojunk=False).get_matching_blocks()
    if not missing and sum(block.size for block in blocks) < len(set(peace)):
        verdict.disordered.append(citizen)


def plain(texts: Sequence[str]) -> Iterator[str]:
    """Without what may vary, without the words of regret that a slowed or late answer begins with, and without the
    question for a rating: it comes an hour after the end, to who ended an hour before the run does."""
    for text in texts:
        if RATING.search(text):
            continue
        for sorry in _sorry():
            text = text.removeprefix(sorry).lstrip()
        yield VARIES.sub("*", text)


def _sorry() -> list[str]:
    said = product(REGRETS, LANGUAGES, (Channel.WHATSAPP, Channel.SMS))
    return [words().render(name, {}, language, channel) for name, language, channel in said]
