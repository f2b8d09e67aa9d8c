"""Which papers somebody names, under a photo or after it: "ini ktp sama kk"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.flow import Talk
from bot.meaning.picks import SAID_TO, plain
from bot.wording import FORMS, LANGUAGES, Wording
from registry.models import Channel

ASIDE = {"el", "e", "asli", "dari", "yang", "rs", "bidan", "atau", "saya", "the", "original", "of", "a", "an"}
ORDER = {"pertama", "kedua", "ketiga", "keempat", "first", "second", "third"}
POINTS = {"ini", "itu", "nih", "tuh", "tadi", "foto", "fotonya", "photo", "this", "that", "these", "those"} | ORDER
WISHES = {"mau", "ingin", "bikin", "membuat", "urus", "ngurus", "mengurus", "want", "need"}
BESIDE = POINTS | ASIDE | {"dan", "sama", "and", "dengan", "adalah", "is", "are", "my", "nya", "pak", "bu", "min", "ya",
                           "yg", "kedua", "pertama", "ketiga", "punya"}  # fmt: skip


def papers_named(text: str, keys: Sequence[str], talk: Talk) -> list[str]:
    """Those of the papers `keys` that the text names, in its order; "KK yang rusak" is not "KK" as well."""
    said = _words(text)
    found = {key: name for key in keys if (name := _longest_in(said, key, talk.words))}
    whole = [key for key, name in found.items() if not any(name < other for other in found.values())]
    return sorted(whole, key=lambda key: min(said.index(word) for word in found[key]))


def only_names(text: str, keys: Sequence[str], talk: Talk) -> bool:
    """Whether nothing else is said but which photo it is."""
    named = {word for key in keys for name in _names(talk.words, key) for word in name}
    said = set(_words(text))
    return bool(said & POINTS) and said <= BESIDE | SAID_TO | named


def only_wishes(text: str) -> bool:
    """ "Mau bikin akta sekalian kk", under a photo of something else: it says what is wanted, not what this is."""
    said = set(_words(text))
    return bool(said & WISHES) and not said & POINTS


def _words(text: str) -> list[str]:
    """ "Surat polisinya" is the "surat polisi"."""
    return [word.removesuffix("nya") if len(word) > len("punya") else word for word in plain(text).split()]


def _longest_in(said: Sequence[str], key: str, words: Wording) -> frozenset[str] | None:
    names = [name for name in _names(words, key) if name <= set(said)]
    return max(names, key=len) if names else None


@lru_cache(maxsize=500)
def _names(words: Wording, key: str) -> tuple[frozenset[str], ...]:
    """In both languages, for people mix them: what a paper is called, and its other words."""
    names = (
        name
        for language in LANGUAGES
        for form in ("", *FORMS)
        for name in (
            words.render(f"paper-{key}{form}", {}, language, Channel.WHATSAPP),
            *words.says(f"paper-{key}{form}", language),
        )
    )
    return tuple(dict.fromkeys(told for name in names if (told := frozenset(set(plain(name).split()) - ASIDE))))
