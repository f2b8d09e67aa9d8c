"""How people write, told in the words that Loket works with: slang, typing errors, and the region's languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

LONGEST = 400  # letters of a message that are looked at; so much bounds the work
DATA = Path(__file__).parent.parent / "data" / "words.toml"
TOKENS = re.compile(r"[^\W_]+|[?\[#]|[\u2600-\u27bf\U0001f300-\U0001faff]")
LINK = re.compile(r"https?\S*|www\.\S+|\S+\.(?:com|net|org|id)\b\S*")
FORM = re.compile(r"\bf[\s.-]*([12])[\s.-]*(\d\d)\b")
DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
ENDING = re.compile(r"(?<=\w{3})(?:nya|kah)$")
GREETING = {"salam", "wr", "wb", "halo", "hallo", "hai", "hi", "hello", "permisi", "misi", "punten", "selamat", "pagi",
            "siang", "sore", "malam", "good", "maaf", "min", "kak", "bang", "mas", "mbak"}  # fmt: skip
MESSAGES = 16  # the latest, whose words are remembered: twice as many as turns go on at once
NEAR = 0.8  # of 1; a word that is spelt less alike is another word
LONG_ENOUGH = 5  # letters of a word in which a typing error can be told from another word
MOST_MENDED = 8  # words of one message
STRANGE = 500  # the latest strange words, whose nearest are remembered: names come up at every turn of a chat


class Spelling:
    """The lexicon of words.toml."""

    def __init__(self, told: dict[str, dict[str, list[str] | str]]) -> None:
        phrases = {_joined(said): word for word, said in told["phrases"].items() for said in said}
        self._phrases = phrases
        longest_first = sorted(phrases, key=len, reverse=True)
        self._phrase = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
        self.spellings = _by_word(told["spellings"])
        self.kinds = _by_word(told["kinds"])
        self.lexicon = frozenset(self.spellings.values())
        self._lately = lru_cache(maxsize=MESSAGES)(self._split)

    def words(self, text: str) -> list[str]:
        """What a message says, word by word; numbers are told by their length alone. A turn asks several times."""
        return list(self._lately(text[:LONGEST]))

    def _split(self, text: str) -> tuple[str, ...]:
        said = unicodedata.normalize("NFKC", text).casefold()
        said = re.sub(r"[’'`]", "", FORM.sub(r"f\1\2", LINK.sub(" tautan ", said)))
        said = " ".join(TOKENS.findall(DRAWN_OUT.sub(r"\1", said)))
        told = self._phrase.sub(lambda found: self._phrases[found[0]], said)
        return tuple(_after_greeting([told for word in told.split() for told in self._plain(word).split()]))

    def _plain(self, word: str) -> str:
        if word.isdecimal():
            return word if len(word) == 1 else f"{min(len(word), 16)}angka"
        stem = ENDING.sub("", word)
        return self.spellings.get(word) or self.spellings.get(stem) or (word if word.endswith("tanya") else stem)


def _after_greeting(words: list[str]) -> list[str]:
    """What a message says after "assalamualaikum min", when it says anything more than a word."""
    start = next((place for place, word in enumerate(words) if word not in GREETING), len(words))
    return words[start:] if len(words) - start > 1 else words


def _joined(said: str) -> str:
    return " ".join(TOKENS.findall(re.sub(r"[’'`]", "", said)))


def _by_word(table: dict[str, list[str] | str]) -> dict[str, str]:
    return {said: word for word, spellings in table.items() for said in str(spellings).split()}


@cache
def spelling() -> Spelling:
    return Spelling(tomllib.loads(DATA.read_text("utf-8")))


class Vocabulary:
    """The words that are known, and how they are spelt as well; one that is nearly spelt so is taken for it."""

    def __init__(self, words: Iterable[str], spellings: Mapping[str, str]) -> None:
        self._known = frozenset(words)
        self._spellings = spellings
        self._long = [word for word in sorted(self._known.union(spellings)) if len(word) >= LONG_ENOUGH - 1]
        self._nearest = lru_cache(maxsize=STRANGE)(self._looked_up)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def mended(self, words: Sequence[str]) -> list[str]:
        """Typing errors mended in the first strange words; the others stay as they are."""
        strange = [word for word in dict.fromkeys(words) if self._may_be_mistyped(word)][:MOST_MENDED]
        near = {word: self._nearest(word) for word in strange}
        return [near.get(word, word) for word in words]

    def _may_be_mistyped(self, word: str) -> bool:
        return len(word) >= LONG_ENOUGH and word.isalpha() and word not in self._known

    def _looked_up(self, word: str) -> str:
        scorer = DamerauLevenshtein.normalized_similarity
        found = process.extractOne(word, self._long, scorer=scorer, score_cutoff=NEAR)
        return self._spellings.get(found[0], found[0]) if found else word
