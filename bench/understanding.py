"""How often a message that was not learned from is understood: cross-validation over bot/data/utterances.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import thread_time

from rapidfuzz import fuzz, process

from bench.table import beside, table
from bot.meaning.intents import SURE, understand
from bot.meaning.learned import Learned, features
from bot.meaning.learning import PHRASES, UTTERANCES, Example, examples, learn
from bot.meaning.spelling import Vocabulary, spelling

FOLDS = 5
# Of 100, word order apart: so much alike, one message counts as a paraphrase of the other. Of two of our messages that
# are 70 to 75 alike 70 % bear the same label, above 80 it is 90 %, at 60 to 65 only 40 %: those merely share a word or
# two, and since what is alike to the same third comes together, at 60 two thirds of all messages were one group.
ALIKE = 70
AIM, LONGEST_MS = 0.9, 2.0


@dataclass(frozen=True)
class Guess:
    text: str
    label: str
    found: str
    lead: float


def measure(folds: int = FOLDS) -> None:
    """A fold's paraphrases are left out of what it is learned from, those among our own phrases as well."""
    rows, ours = examples(UTTERANCES), _told(examples(PHRASES))
    told = _told(rows)
    rounds = [list(_fold(each, rows, told, ours)) for each in _folds(told)[:folds]]
    _print_folds(rounds)
    _print_confusions([guess for each in rounds for guess in each if guess.found != guess.label])
    _print_speed([text for text, _ in rows])


def _told(rows: Sequence[tuple[str, str]]) -> list[Example]:
    return [(spelling().words(text), label) for text, label in rows]


def _folds(told: Sequence[Example]) -> list[set[int]]:
    """Messages that are alike, or alike to the same third, come into one fold; the folds are of one size."""
    said = [" ".join(words) for words, _ in told]
    alike = process.cdist(said, said, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    groups: list[set[int]] = []
    for place in range(len(said)):
        near = [group for group in groups if any(alike[place][other] for other in group)]
        groups = [group for group in groups if group not in near] + [{place}.union(*near)]
    folds = [set[int]() for _ in range(FOLDS)]
    for group in sorted(groups, key=lambda group: (-len(group), min(group))):
        min(folds, key=len).update(group)
    return folds


def _fold(
    held: set[int], rows: Sequence[tuple[str, str]], told: Sequence[Example], ours: Sequence[Example]
) -> Iterator[Guess]:
    said, own = ([" ".join(words) for words, _ in each] for each in ([told[place] for place in sorted(held)], ours))
    alike = process.cdist(own, said, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    known = [example for place, example in enumerate(told) if place not in held]
    known += [example for example, near in zip(ours, alike, strict=True) if not any(near)]
    model = Learned(learn(known))
    vocabulary = Vocabulary(model.words(), spelling().spellings)
    for place in sorted(held):
        scores = model.scores(features(vocabulary.mended(told[place][0]), spelling().kinds))
        first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
        found = first if any(scores.values()) else "other"
        yield Guess(*rows[place], found, scores[first] - scores[second])


def _print_folds(rounds: Sequence[Sequence[Guess]]) -> None:
    everything = [guess for each in rounds for guess in each]
    lines = [(f"fold {number}", *_figures(each)) for number, each in enumerate(rounds, start=1)]
    right = _share(everything)
    lines.append(("all", *_figures(everything)[:-1], beside(right >= AIM, f">= {AIM:.0%}")))
    header = ("", "messages", "right", "right where sure", "sure", "aim")
    table("Messages understood that were not learned from (cross-validation)", header, lines)


def _figures(guesses: Sequence[Guess]) -> tuple[str, ...]:
    sure = [guess for guess in guesses if guess.lead >= SURE]
    return str(len(guesses)), f"{_share(guesses):.1%}", f"{_share(sure):.1%}", f"{len(sure) / len(guesses):.0%}", ""


def _share(guesses: Sequence[Guess]) -> float:
    return sum(guess.found == guess.label for guess in guesses) / max(1, len(guesses))


def _print_confusions(wrong: Sequence[Guess]) -> None:
    counts = Counter((guess.label, guess.found) for guess in wrong)
    lines = [
        (label, found, str(count), "; ".join(g.text for g in wrong if (g.label, g.found) == (label, found)))
        for (label, found), count in counts.most_common()
    ]
    table("Taken for something else", ("label", "taken for", "times", "messages"), lines)


def _print_speed(texts: Sequence[str]) -> None:
    times = sorted(_milliseconds(text) for text in texts)
    worst = times[int(len(times) * 0.99)]
    line = (str(len(times)), f"{times[len(times) // 2]:.2f}", f"{worst:.2f}", beside(worst < LONGEST_MS, "< 2 ms"))
    table("Time to understand a message", ("messages", "p50 ms", "p99 ms", "aim"), [line])


def _milliseconds(text: str) -> float:
    """Of this thread's own time: how long others made it wait is no matter of the classifier's."""
    began = thread_time()
    understand(text)
    return (thread_time() - began) * 1000
