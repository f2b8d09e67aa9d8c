"""What is said of photos, part by part: what they are, what they are not, and which paper there is none of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.flow import Flow, Talk
from bot.flows.lacking import LACKS, only_lacks
from bot.meaning.picks import SAID_TO, plain

PARTS = re.compile(r"[,.;!\n]+|\b(?:tapi|tp|melainkan|kalau|kalo|klo|sedangkan|but)\b|\s+(?=(?:itu|ini|tu|nih)\b)")
NOT = re.compile(r"\b(?:bukan|bkn|not|isn t|dudu|lain)\b")
NO = {"bukan", "bkn", "dudu", "tidak", "tdk", "ga", "gak", "nggak", "no", "nope", "not", "salah"}
BESIDE_NO = {"itu", "ini", "foto", "fotonya", "yang"}


@dataclass
class Told:
    """`names` and `lacking` are keys of answers, `names` in the order of the photos."""

    names: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    denies: bool = False  # what was asked
    from_first: bool = False  # "yang pertama ktp": the photos are counted from the first

    def is_about_another(self, answer: str) -> bool:
        denied = self.denies or answer in (*self.denied, *self.lacking)
        return denied or (bool(self.names) and answer not in self.names)


def told_of_files(text: str, flow: Flow, talk: Talk, asked: str) -> Told | None:
    """None where anything else is said as well, or nothing but no. `asked` is the paper of the open question."""
    told = Told(from_first=bool({"pertama", "first"} & {*plain(text).split()}))
    parts = [part for part in PARTS.split(text) if part and set(plain(part).split()) - SAID_TO]
    done = bool(parts) and all(_takes(told, part, flow, talk, asked) for part in parts)
    return told if done and (told.names or told.lacking or told.denied) else None


def _takes(told: Told, part: str, flow: Flow, talk: Talk, asked: str) -> bool:
    said = plain(part)
    if not (words := set(said.split())) - NO - BESIDE_NO - SAID_TO:
        told.denies = bool(words & NO)
        return told.denies
    if LACKS.search(said):
        found = flow.lacks(talk, part) or ([asked] if asked and only_lacks(part) else [])
        told.lacking += found
        return bool(found)
    denial, pointing = NOT.search(said), "itu " if told.denies or told.denied else ""
    names = flow.names(talk, pointing + (NOT.sub("ini", said) if denial else part))
    (told.denied if denial else told.names).extend(names)
    return bool(names)
