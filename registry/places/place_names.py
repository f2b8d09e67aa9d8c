"""Finding a place by what people call it: abbreviations, other spellings, typos, a name inside a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST_TEXT = 120
SHORTEST_PART = 5  # letters, so that "baru" and "2" do not bring every village with a "Baru" or "II"
SHORT_TEXT = 3  # words
SHORTEST_MISSPELLED = 6  # letters
LETTERS_A_SLIP = 5
MOST_SLIPS = 3
LONGEST_NAME = 30  # letters, slips included

_WORD = re.compile(r"[a-z0-9]+")

_SPELLINGS = {
    "gn": "gunung", "gng": "gunung", "sei": "sungai", "sungei": "sungai", "sunge": "sungai", "sg": "sungai",
    "kp": "kampung", "kpg": "kampung", "kmp": "kampung", "tj": "tanjung", "tg": "tanjung", "tjg": "tanjung",
    "krg": "karang", "tlk": "teluk", "spg": "simpang", "sp": "simpang",
    "bpp": "balikpapan", "bpn": "balikpapan", "smd": "samarinda", "smr": "samarinda",
    "kukar": "kutai kartanegara", "kertanegara": "kartanegara", "kutim": "kutai timur", "kubar": "kutai barat",
    "ppu": "penajam paser utara", "mahulu": "mahakam ulu", "sengata": "sangatta", "sangata": "sangatta",
    "gerogol": "grogol", "pulo": "pulau", "ikn": "sepaku",
    "1": "i", "2": "ii", "dua": "ii", "3": "iii", "tiga": "iii",
}  # fmt: skip

_FILLERS = frozenset({
    "kelurahan", "kelurahannya", "kel", "desa", "desanya", "ds", "kampung", "kecamatan", "kecamatannya", "kec",
    "kabupaten", "kabupatennya", "kab", "kota", "provinsi", "daerah", "wilayah", "alamat", "alamatnya", "tinggal",
    "saya", "sy", "aku", "kami", "min", "pak", "bu", "kak", "nya", "itu", "ini", "ya", "yaitu", "adalah", "jadi",
    "di", "ke", "dari", "dekat", "ikut", "masuk", "minta", "mau", "ganti", "ubah", "bukan", "yang", "yg", "kk", "ktp",
})  # fmt: skip

Words = tuple[str, ...]
Codes = dict[str, list[str]]


def words_of(text: str) -> Words:
    """Plain lower-case words with abbreviations written out. "Gn. Sari" and "gunung sari" are the same."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).encode("ascii", "ignore").decode().casefold()
    spelled = (_SPELLINGS.get(word, word) for word in _WORD.findall(plain.replace("'", "")))
    return tuple(" ".join(spelled).split())


def spans(words: Words) -> Iterator[tuple[int, int]]:
    """Start and end of every different run of neighbouring words, longest first."""
    seen: set[Words] = set()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            if words[start : start + length] not in seen:
                seen.add(words[start : start + length])
                yield start, start + length


def windows(words: Words) -> Iterator[Words]:
    return (words[start:end] for start, end in spans(words))


class PlaceNames:
    """Codes by name. A name is compared without its spaces, since "Mekar Sari" and "Mekarsari" are both written."""

    __slots__ = ("_heads", "_parts", "_whole")

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._whole: Codes = {}
        self._parts: Codes = {}
        self._heads: Codes = {}  # parts that begin a name; other parts misspelled look like everyday words
        for name, code in names:
            words = words_of(name)
            _add(self._whole, [words], code)
            _add(self._parts, [part for part in windows(words) if len("".join(part)) >= SHORTEST_PART], code)
            _add(self._heads, [words[:length] for length in range(1, len(words) + 1)], code)

    def named(self, words: Words, within: str = "") -> list[str]:
        """Codes at or below `within` whose whole name this is, with or without words like "kelurahan"."""
        return next(_fitting((self._whole.get("".join(heard), []) for heard in _hearings(words)), within), [])

    def in_sentence(self, words: Words, within: str = "") -> list[str]:
        """The longest name within the words. A name of one word counts only in a short text: too many villages are
        called as everyday things are."""
        shortest = 1 if len(words) <= SHORT_TEXT else 2
        heard = (part for part in windows(words) if len(part) >= shortest and not _FILLERS.issuperset(part))
        return next(_fitting((self._whole.get("".join(part), []) for part in heard), within), [])

    def guessed(self, words: Words, within: str = "") -> list[str]:
        """Names of which this is a part; failing that, the nearest by spelling. Nothing for a word that is no place."""
        hearings = _hearings(words)
        parts = (self._parts.get("".join(heard), []) for heard in hearings)
        near = (group for heard in hearings for group in self._misspelled("".join(heard)))
        return next(_fitting(chain(parts, near), within), [])

    def find(self, text: str, within: str = "") -> list[str]:
        words = words_of(text)
        return self.named(words, within) or self.in_sentence(words, within) or self.guessed(words, within)

    def _misspelled(self, heard: str) -> Iterator[list[str]]:
        """Groups of codes, the nearest first. Short words must be right, and so must the first letter."""
        if not SHORTEST_MISSPELLED <= len(heard) <= LONGEST_NAME:
            return
        slips = min(len(heard) // LETTERS_A_SLIP, MOST_SLIPS)
        near = process.extract(heard, self._heads.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        for _, same in groupby(near, key=itemgetter(1)):
            yield [code for name, _, _ in same if name[0] == heard[0] for code in self._heads[name]]


def lies_in(code: str, within: str) -> bool:
    return not within or f"{code}.".startswith(f"{within}.")


def _add(names: Codes, spoken: Iterable[Words], code: str) -> None:
    for name in {"".join(words) for words in spoken}:
        names.setdefault(name, []).append(code)


def _hearings(words: Words) -> list[Words]:
    """As it was said, and without the words that only lead to a name."""
    bare = tuple(word for word in words if word not in _FILLERS)
    return [words] if bare in (words, ()) else [words, bare]


def _fitting(groups: Iterable[list[str]], within: str) -> Iterator[list[str]]:
    for group in groups:
        if found := [code for code in group if lies_in(code, within)]:
            yield found
