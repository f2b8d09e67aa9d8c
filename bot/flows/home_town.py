"""Whether a family card is from the office's own town, where somebody names a town instead: "balikpapan"."""

from __future__ import annotations

import re
from typing import Any

from bot.flow import Answer, Read, Talk
from bot.flows.names import NEVER_IN_NAMES, NO_NAMES, SURE
from bot.meaning.grievance import rails
from bot.meaning.home import OF_A_TOWN
from bot.meaning.intents import Label, understand, vocabulary
from bot.meaning.no_answer import SPOKEN
from bot.meaning.picks import plain
from bot.meaning.spelling import spelling
from bot.says import AskAgain

DOMICILE, HERE, ELSEWHERE = "domicile", "here", "elsewhere"
BESIDE = {"kk", "ktp", "nya", "ku", "saya", "sy", "aku", "masih", "msh", "dari", "di", "orang", "warga", "asal",
          "kota", "kabupaten", "kab", "from", "still", "in", "is", "my", "its", "it", "min", "pak", "bu"}  # fmt: skip
SHORTEST, LONGEST = 5, 20  # letters of a town that no list of ours has
CHANGES = re.compile(r"\b(?:ubah|berubah|ganti|beda|change[ds]?)\b")


def or_town(read: Read) -> Read:
    """The same question, answered by a town's bare name."""

    def read_town(talk: Talk, answer: Answer) -> Any:
        try:
            return read(talk, answer)
        except AskAgain:
            found = None if answer.pick else _of_town(talk, answer.text)
            if found is None:
                raise
            if word := _never_heard(answer.text, talk):
                raise AskAgain("town-sure", options=SURE, pending=found, name=word.title()) from None
            return found

    return read_town


def home_told(text: str, talk: Talk) -> str | None:
    """What the words of a request tell of it: "aku kerja di sini tapi kk ku masih surabaya"."""
    said = OF_A_TOWN.search(plain(text))
    if said is None or CHANGES.search(plain(text)):
        return None
    town, first = said["town"], said["town"].split()[0]
    return _of_town(talk, town) or _of_town(talk, first)


def _of_town(talk: Talk, text: str) -> str | None:
    """A town that no list of ours has is another one: only its one word may stand there."""
    words = [word for word in plain(text).split() if word not in BESIDE]
    known = talk.regions.kabupaten_called(" ".join(words)) if words else None
    if known is not None:
        return HERE if known.code == talk.region else ELSEWHERE
    return ELSEWHERE if len(words) == 1 and may_be_a_town(words[0]) else None


def _never_heard(text: str, talk: Talk) -> str | None:
    """Not even among words of moves: it may be a town, or anything else."""
    words = [word for word in plain(text).split() if word not in BESIDE]
    known = talk.regions.kabupaten_called(" ".join(words)) or words[0] in vocabulary()
    return None if known or spelling().kinds.get(words[0]) == "kota" else words[0]


def may_be_a_town(word: str) -> bool:
    """People speak of it where they move, or nobody has said it to us."""
    said = {word, *spelling().words(word)}
    if (
        not word.isalpha()
        or not SHORTEST <= len(word) <= LONGEST
        or said & (spelling().lexicon | SPOKEN | NEVER_IN_NAMES | NO_NAMES)
        or rails(word)
    ):
        return False
    return word not in vocabulary() or understand(word).label is Label.PINDAH
