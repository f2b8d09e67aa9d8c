"""Whether words are about a request that was sent: that it is to be withdrawn, or that something in it is not right."""

from __future__ import annotations

import re

from bot.flows.change import SHOULD, WRONG, of_an_answer
from bot.meaning.picks import plain

CANCELS = re.compile(
    r"\b(?:(?:di|mem|nge|ng)?batal(?:kan|in|ken|kn|no|na|aken|keun)?|cancel(?:in|kan|led)?|(?:di|men|me)?cabut"
    r"|(?:di)?tarik|withdraw|(?:tidak|tdk|ga|gak|g|nggak|ngga|enggak|kada|ora|teu) jadi)\b"
)
NOT_TO = re.compile(
    r"\b(?:jangan|jgn|kenapa|knp|mengapa|kok|siapa|kapan|belum|blm|ojo|ulah|don t|dont|not|why|who)\b"
    r"|\b(?:tidak|tdk|ga|gak|nggak|ngga|kada) (?:(?:jadi|mau|usah|perlu|pernah|saya|sy) )*(?:di|mem)?batal"
)
SENT = (
    r"(?:yang |yg )?(?:sudah|udah|udh|sdh|dah|tadi|kemarin|kmrn)(?: \w+)? (?:di|ter)?(?:kirim|ajukan|daftar|submit)\w*"
)
OF_SENT = re.compile(rf"\b{SENT}|\balready (?:sent|filed|submitted)\b")
REQUEST = re.compile(rf"\b(?:permohonan|pengajuan|permintaan|request|application|{SENT})\w*")
WISHES = re.compile(r"\b(?:mau|mo|ingin|pengen|pingin|minta|perlu|want|need)\b")
CONTRARY = re.compile(rf"\b(?:bukan(?:nya)?|{WRONG}|{SHOULD})\b", re.IGNORECASE)
INSTEAD = re.compile(rf"\b(?:bukan(?:nya)?\b.+\b(?:tapi|tp|melainkan)|{SHOULD})\b", re.IGNORECASE)


def withdraws(text: str) -> bool:
    """ "Batalkan BPP-00412", "tolong dibatalin ya"; none where it is asked why, or forbidden."""
    said = plain(text)
    return bool(CANCELS.search(said)) and not NOT_TO.search(said)


def names_request(text: str) -> bool:
    """ "Permohonan yang tadi dikirim": a thing of ours, and no moving house or marriage."""
    return bool(REQUEST.search(plain(text)))


def names_sent(text: str) -> bool:
    """The same, and nothing that is still being written."""
    return bool(OF_SENT.search(plain(text)))


def puts_right(text: str) -> bool:
    """Something that was told is not right; "mau ganti alamat" wishes for something new."""
    return bool(CONTRARY.search(text)) or (of_an_answer(text) and not WISHES.search(plain(text)))


def says_it_was_wrong(text: str) -> bool:
    """In so many words, so that nobody can have meant a new wish."""
    return bool(re.search(rf"\b{WRONG}\b", text, re.IGNORECASE) or INSTEAD.search(text))
