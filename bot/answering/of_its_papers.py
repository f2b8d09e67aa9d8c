"""A question about what the open request still needs: "surat polisi wajib kah?", "apa lagi?"."""

from __future__ import annotations

import re

from bot.answering.digressions import digression
from bot.flows.application import NAME
from bot.flows.labels import label_key
from bot.flows.naming import papers_named
from bot.flows.papers import listed
from bot.meaning.asked import may_ask, topic_of
from bot.meaning.picks import plain
from bot.meaning.topics import Topic
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from bot.wording import InSentence, Listed
from registry.services.conditions import holds

_BEFORE = r"(?:(?:terus|trus|trs|lalu|habis|abis|ini|itu|masih|sekarang|skrg|what|and)\s)*"
_AFTER = r"(?:\s(?:ya|sih|nih|min|kak|pak|bu|lagi|saja|aja|needed))*"
REST = re.compile(
    rf"^{_BEFORE}(?:(?:butuh|perlu|kurang|kirim|tinggal)\s)?"
    r"(?:apa(?:\s(?:saja|aja))?\s(?:lagi|yang kurang|yg kurang)|kurang apa|tinggal apa|apanya yang kurang"
    rf"|what else|s left|is left|is still missing){_AFTER}$"
)
NEED = re.compile(
    r"\b(?:wajib|harus|hrs|perlu|perlukah|kudu|mesti|butuh|dibutuhkan|pakai|pake|needed|necessary|required|need|must)"
)
WHETHER = re.compile(rf"{NEED.pattern}\s?(?:kah|ga|gak|nggak|ngga|tidak|tdk|ya)\b")
POLICE = "police_letter"


def told_of_papers(turn: Turn, frame: Frame, text: str) -> bool:
    """It is answered from the service's file and the answers so far, and the open question comes back."""
    said = plain(text)
    if not frame.flow.startswith(NAME):
        return False
    says = _rest(turn, frame) if REST.search(said) else _needed(turn, frame, text) if NEED.search(said) else []
    if not says:
        return False
    turn.says += says
    turn.repeat()
    return True


def _rest(turn: Turn, frame: Frame) -> list[Say]:
    """The names of what is still asked, as far as is known now."""
    keys = [label_key(step) for step in turn.lacking(frame)]
    talk = turn.talk(frame)
    names = [InSentence(key) for key in keys if talk.words.has(key, talk.language)]
    return [Say("told-rest", {"lacks": Listed(tuple(names))})] if names else []


def _needed(turn: Turn, frame: Frame, text: str) -> list[Say]:
    talk, catalogue, code = turn.talk(frame), turn.context.catalogue, frame.flow.removeprefix(NAME)
    service = catalogue.at(talk.office.code, code) if talk.office else catalogue[code]
    asks = (may_ask(text) or WHETHER.search(plain(text))) and topic_of(text) is None
    named = papers_named(text, [paper.key for paper in service.paper], talk) if asks else []
    if not named:
        return []
    needed = holds(service.paper_by_key[named[0]].when, talk.answers, talk.today)
    said = Say("told-paper", {"paper": listed(named[:1], "-needed"), "must": "yes" if needed else "no"})
    told = said if needed is not None else digression(Topic.REQUIREMENTS, talk, catalogue, code)
    where = [Say("told-police")] if named[0] == POLICE and needed is not False else []
    return [*([told] if told else []), *where]
