""" "ga punya akta lahir": where a paper is got, or what serves instead, where that is known; and that it can wait."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk
from bot.flows.naming import papers_named
from bot.flows.sorting import Wanted
from bot.meaning.picks import SAID_TO, plain
from bot.says import Say
from bot.wording import Words

LACKS = re.compile(
    r"\b(?:tidak|tdk|ga|gak|g|nggak|ngga|enggak|kagak|kada|mboten|ndak|nda|henteu|tak|belum|blm"
    r"|not|don t|dont|no|ora|teu)\s+(?:\w+\s+)?"
    r"(?:ada|punya|pegang|dapat|dapet|gaduh|duwe|have|got)\b|\b(?:ga|gak|ngga|nggak|kaga|nda|ndak|tak)(?:ada|punya)\b"
    r"|\bgada\b|\b(?:ketinggalan|tertinggal|left)\s+(?:di|at|in)\b"
)
MOST_WORDS = 12  # more is a story
ALONE = {"saya", "sy", "aku", "ulun", "lagi", "sama", "sekali", "suratnya", "fotonya", "foto", "surat", "itu", "ini",
         "masih", "gimana", "gmn", "bagaimana", "terus", "trus", "i", "it", "do", "yet", "any", "one", "this",
         "that"}  # fmt: skip
BUTTON = 2  # words: "Tidak ada" is what is pressed where no photo is of this paper
FREE = ("text", "street")


def or_lacking(step: Step, wanted: Sequence[Wanted]) -> Step:
    """The same question, where a paper that is asked for later may be said to be lacking. The number or the village
    that stands on a card is another matter: the question itself tells where else it is found."""

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick or answer.uploads or not says_lacking(answer.text):
            return step.read(talk, answer)
        papers = [paper for paper in wanted if step.takes_uploads or not paper.expected(talk).paper.bears]
        named = lacking(answer.text, papers, talk)
        return lacks(named[0], talk) if named else step.read(talk, answer)

    return step if step.is_summary or step.kind in FREE else replace(step, read=read)


def lacking(text: str, wanted: Sequence[Wanted], talk: Talk) -> list[str]:
    """The papers that are needed, and said not to be there."""
    if not says_lacking(text):
        return []
    return papers_named(text, [paper.key for paper in wanted if paper.needed(talk)], talk)


def says_lacking(text: str) -> bool:
    said = plain(text)
    return bool(LACKS.search(said)) and len(said.split()) <= MOST_WORDS


def only_lacks(text: str) -> bool:
    """ "belum punya pak": no word of anything else, as a printer."""
    said = plain(text)
    return says_lacking(text) and set(LACKS.sub("", said).split()) <= ALONE | SAID_TO


def says_more_than_no(text: str) -> bool:
    """ "ga punya akta lahir" to the question whether a photo is of it."""
    return says_lacking(text) and len(text.split()) > BUTTON


def lacks(paper: str, talk: Talk) -> Several:
    """Nothing is answered by it: the open question comes back."""
    key = f"lacking-{paper}"
    known = talk.words.has(key, talk.language)
    return Several({}, Say("paper-lacking", {"where": Words(key) if known else "none"}))
