""" "lupa pak", "ga ada kk", "tidak punya": an answer where it may be one, else a kind way on."""

from __future__ import annotations

import re
from typing import Any

from bot.flow import Accepted, Answer, Read, Talk
from bot.meaning.picks import plain
from bot.says import AskAgain, Say

FORGOT = re.compile(
    r"\b(?:lupa|kelupaan|kesup[ae]n|kasup[ae]n|supe|lali|klalen|kelalen|kalalen|poho|hilap|entah|entahlah|hilang|ilang|forgot(?:ten)?|unknown|none)\b"
    r"|\b(?:tidak|tdk|ga|gak|g|nggak|ngga|enggak|kagak|kada|mboten|ndak|nda|henteu|tak|belum|blm"
    r"|not|don t|dont|no|ora|teu)\s+(?:\w+\s+)?"
    r"(?:ada|ingat|inget|ingatan|tahu|tau|hafal|hapal|punya|pegang|ketemu|eling|kelingan|kemutan|kengetan|inga|apal|gaduh|sure|know|remember|have)\b"
    r"|\b(?:ga|gak|ngga|nggak|kaga|nda|ndak|tak)(?:ada|punya|tau|tahu|inget|ingat)\b|\bgada\b"
)
NUMBERED = re.compile(
    r"\b(?:no|nomor|number|nomer)\s(?:kk|nik|ktp|kartu keluarga|family card)\b|\b(?:kk|nik|family card) number\b"
)
MOST_WORDS = 7  # more is a story, which may well hold an answer
WHERE = {"nik": "nik", "kk_number": "kk", "village": "village", "birth_date": "date", "date": "date", "name": "name"}


def forgets(text: str) -> bool:
    """Of a longer message the first part alone may say it: "lupa kak, cepet ya tes tni tgl 5"."""
    if re.search(r"\d{4}", text):
        return False
    whole, first = plain(text), plain(re.split(r"[,.;\n]", text.strip(), maxsplit=1)[0])
    return any(FORGOT.search(said) and len(said.split()) <= MOST_WORDS for said in (whole, first))


def forgets_number(text: str) -> bool:
    """ "Nomor kk ga ada", "no kk nya lupa": of a number, whatever is asked."""
    return NUMBERED.search(plain(text)) is not None and forgets(text)


def or_forgotten(read: Read) -> Read:
    """LUPA is an answer too: the office looks it up."""

    def read_optional(talk: Talk, answer: Answer) -> Any:
        if not answer.pick and forgets(answer.text):
            return Accepted("", Say("forgotten"))
        return read(talk, answer)

    return read_optional


def or_helped(read: Read, kind: str) -> Read:
    """What must be known is asked again with where it stands, and with the way to an officer."""

    def read_needed(talk: Talk, answer: Answer) -> Any:
        if not answer.pick and forgets(answer.text):
            raise AskAgain(f"forgotten-{WHERE.get(kind, 'other')}", whole=True)
        return read(talk, answer)

    return read_needed
