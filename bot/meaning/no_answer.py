"""Words that answer no question: somebody gives up, sighs or is in a hurry. Only the whole message says so, for many of
these words stand in names and stories as well."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.meaning.spelling import spelling

MOST_WORDS = 10  # more is a story
ENDS = {"batal", "batalkan", "gajadi", "gakjadi", "nyerah", "menyerah", "mundur", "sudahi", "udahan", "quit"}
WEARY = {
    "capek", "cape", "capai", "lelah", "letih", "males", "malas", "ribet", "repot", "rumit", "susah", "sulit", "pusing",
    "puyeng", "bosan", "bosen", "kesal", "kesel", "jengkel", "stres", "stress", "emosi", "ampun", "duh", "aduh",
    "waduh", "hadeh", "hadeuh", "sedih", "nangis", "mumet", "lieur", "uyuh", "tired", "sad", "difficult", "complicated",
    "annoying", "berduka", "duka", "berkabung", "sedhih", "sungkawa", "grieving", "mourning",
}  # fmt: skip
HURRY = {"cepat", "cepet", "cepetan", "cepatan", "buruan", "gercep", "hurry", "faster"}
CALMLY = {"saja", "aja", "deh", "dah", "lah", "ah"}  # "saya tidak bisa jadi begini" is no wish to stop
LONG = {"masih", "lama"}
BESIDE = {
    "saja", "aja", "deh", "dah", "dong", "sih", "nih", "kok", "lah", "loh", "lho", "kan", "ya", "yah", "ah", "eh", "oh",
    "banget", "bgt", "sekali", "amat", "kali", "terlalu", "sangat", "jadi", "jadinya", "terus", "lagi", "masih", "mau",
    "ingin", "sudah", "udah", "tidak", "ga", "gak", "bisa", "kuat", "sanggup", "tahan", "saya", "aku", "ulun", "kami",
    "ini", "itu", "gini", "begini", "semua", "semuanya", "banyak", "ketik", "ngetik", "mengetik", "isi", "ngisi",
    "tulis", "nulis", "mengurus", "urusannya", "prosesnya", "proses", "tanya", "pertanyaan", "pertanyaannya", "dari",
    "tadi", "lama", "selesai", "biar", "min", "admin", "pak", "bapak", "bu", "ibu", "kak", "kakak", "mas", "mbak",
    "bang", "minta", "entah", "entahlah", "yaudah", "yaudahlah", "i", "am", "im", "this", "is", "it", "so", "too",
    "very", "give", "up", "sedang", "suasana", "keluarga", "sekeluarga", "hati", "we", "are", "still",
}  # fmt: skip
STATES = {"wna", "wni", "kitap", "kitas", "duda", "janda", "lajang", "yatim", "piatu"}  # said of oneself; no name
SPOKEN = ENDS | WEARY | HURRY | BESIDE | STATES


class Instead(Enum):
    GIVES_UP = auto()
    SIGHS = auto()
    HURRIES = auto()


def said_instead(text: str) -> Instead | None:
    """What is said in the place of an answer: "batalkan aja lah pusing", "capek deh", "masih lama ya"."""
    words = set(spoken(text))
    if not words or len(words) > MOST_WORDS or words - SPOKEN:
        return None
    if words & ENDS or {"tidak", "jadi"} <= words and words & CALMLY or {"give", "up"} <= words:
        return Instead.GIVES_UP
    return Instead.SIGHS if words & WEARY else Instead.HURRIES if words & HURRY or words >= LONG else None


def spoken(text: str) -> list[str]:
    """The words as they are meant, without marks and little pictures."""
    return [word for word in spelling().words(text) if word.isalnum()]


TIRED = re.compile(
    r"\b(?:masih|sedang|lagi|baru)\s+(?:\w+\s+)?(?:berduka|duka|sedih|syok|shock|nangis|menangis)\b"
    r"|\b(?:ditanya|ditanyain|ditanyai|tanya|nanya|nanyain|bertanya)\s+(?:terus|mulu|melulu|banyak)\b"
    r"|\bbanyak\s+(?:banget\s+|sekali\s+|amat\s+)?(?:tanya|nanya|pertanyaan)\w*\b"
)


def tired_of_questions(text: str) -> bool:
    """ "Ini masih berduka min", "kok ditanya terus sih, bapak saya baru meninggal": an answer to no question."""
    said = " ".join(re.findall(r"\w+", text.casefold()))
    return len(said.split()) <= MOST_WORDS and bool(TIRED.search(said))
