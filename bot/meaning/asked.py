"""What a short question asks about: papers, time, money, hours, place. By its words alone, beside any open question."""

from __future__ import annotations

import re

from bot.meaning.picks import SAID_TO, plain
from bot.meaning.spelling import spelling
from bot.meaning.topics import SIGNS, Topic

MOST_WORDS = 12  # more is a story, not a short question


ASKED_ONLY = {
    Topic.UNWED,
    Topic.WEDDING,
    Topic.VALIDITY,
    Topic.PORTRAIT,
    Topic.COLLECT,
    Topic.ELSEWHERE,
    Topic.AGE,
    Topic.AGE_SOON,
}  # or told
EXPIRED = re.compile(r"\bktp(?: \w+)? (?:mati|habis|kad[ae]luw?arsa|expired)\b")  # said of a card it asks as well
LEAVE = re.compile(r"\b(?:bisa|boleh|can|may|could)\b")
NOT_OURS = re.compile(
    r"\b(?:paspor|passport|sim|stnk|kitas|kitap|itas|ikd|suket|cerai|divorce|pindah|moving|latar|warna)\b"
)
PATTERNS = {topic: re.compile(rf"(?<!\w)(?:{signs})(?!\w)") for topic, signs in SIGNS.items()}
ANY = re.compile(rf"(?<!\w)(?:{'|'.join(SIGNS.values())})(?!\w)")
PARTED = re.compile(r"[?,.;\n]+|\b(?:dan|sama|terus|trus|lan|karo|wan|and)\b")
NOT_HERE = re.compile(r"\b(?:mobil|keliling|van)\b")  # its places and hours are its own
ENDS = re.compile(r"\w \w.*\b(?:ga|gak|nggak|ngga)$")  # "nikah di kua dicatat di sini juga ga"
QUESTION = re.compile(
    r"\b(?:apa|apakah|apaan|berapa|brp|kapan|kpn|mana|dimana|dmn|gimana|gmn|bagaimana|kenapa|kah|bisa|boleh|perlu|harus"
    r"|pripun|kayapa|kumaha|nopo|what|how|when|where|can|may|do|does|is)\b"
)


def topic_of(text: str) -> Topic | None:
    """What a short message asks about; none for what is an answer, a request or a story."""
    said = plain(text)
    if not 0 < len(said.split()) <= MOST_WORDS or NOT_HERE.search(said):
        return None
    said = re.sub(r"\b(?:brp|brapa|piro)\b", "berapa", re.sub(r"\b(?:dmn|dmna)\b", "dimana", said))
    meant = " ".join(spelling().words(text))
    return _named(text, said) or (_named(text, meant) if meant != said else None)


def _named(text: str, said: str) -> Topic | None:
    """`said` are the words as they are written, or as they are meant: "knp hrs nik"."""
    if not ANY.search(said):
        return None
    found = (topic for topic, pattern in PATTERNS.items() if pattern.search(said))
    return next((topic for topic in found if topic not in ASKED_ONLY or _asks(topic, text, said)), None)


def topics_of(text: str) -> list[Topic]:
    """ "How much does it cost and is it safe": each, in their order."""
    parts = (topic for part in PARTED.split(text) if (topic := topic_of(part)))
    return list(dict.fromkeys((*filter(None, [topic_of(text)]), *parts)))


def _asks(topic: Topic, text: str, said: str) -> bool:
    """ "Ktp saya diambil orang lain, gimana?" asks nobody's leave."""
    if topic is Topic.COLLECT and not LEAVE.search(said):
        return False
    expired = topic is Topic.VALIDITY and EXPIRED.search(said)
    return bool(expired or is_question(text)) and not NOT_OURS.search(said)


def is_question(text: str) -> bool:
    """So put that it is no answer to a question that takes any words."""
    return "?" in text or bool(QUESTION.search(plain(text)) or ENDS.search(plain(text)))


_ASKS = (
    r"(?:apa|apakah|kenapa|mengapa|bagaimana|berapa|kapan|siapa|dimana|kemana|perlu|harus|bisa|boleh|wajib|mesti|pakai)"
)
PUT_FIRST = re.compile(rf"^(?:(?:terus|lalu|kalau|ini|itu|emang|memang)\s)?{_ASKS}\b.*\s\S")
PUT_LAST = re.compile(rf"\b{_ASKS}(?:\s\w+){{0,4}}\stidak$|\b(?:apa|bagaimana|berapa|kapan|siapa|dimana|kemana)$")
WHETHER = re.compile(r"\b(?:bisa|boleh|perlu|harus|wajib|mesti|ada|usah)\s(?:tidak|kah)\b(?=\s\w)")
ENGLISH = re.compile(
    r"^\W*(?:and |but |so |then |also )?(?:does|do|did|is|are|was|will|would|should|shall|may|could|can|must|has|have"
    r"|who|whose|which|why|what|when|where|how)\b.*\s.*\?\s*$",
    re.IGNORECASE | re.DOTALL,
)
UNKNOWN = {"entah", "entahlah", "lupa", "tau", "tahu"}  # said of the answer: "entah di mana"


def puts_a_question(text: str) -> bool:
    """Whatever about: "perlu materai ga", "yang tanda tangan siapa". A name or a number that follows no such word is
    none."""
    words = [word for word in spelling().words(text) if word.isalnum() and word not in SAID_TO]
    said = " ".join(words)
    return len(words) > 1 and not UNKNOWN.intersection(words) and bool(PUT_FIRST.search(said) or PUT_LAST.search(said))


def surely_asks(text: str) -> bool:
    """So put that not even a question which takes any words is answered by it."""
    return "?" in text and not re.search(r"\d", text) and (puts_a_question(text) or bool(ENGLISH.match(text)))


def may_ask(text: str) -> bool:
    """Of words that were no answer: rather a question than an answer typed badly."""
    marked = "?" in text and len(text.split()) > 1
    return marked or puts_a_question(text) or _asks_whether(text)


def _asks_whether(text: str) -> bool:
    """ "Bs ga sy yg urus", in the middle of what is told."""
    return bool(WHETHER.search(" ".join(spelling().words(text))))
