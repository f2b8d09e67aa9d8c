"""Who does not understand us says so: that is no answer, whatever little words stand in it ("tidak", "ga")."""

from __future__ import annotations

from bot.meaning.picks import SAID_TO
from bot.meaning.spelling import spelling

NOT = {"tidak", "belum", "kurang", "bukan", "gagal", "dont", "dun", "cant", "kada", "ora", "teu", "ndak"}
GRASP = {
    "mengerti", "ngerti", "paham", "faham", "mudeng", "mudheng", "mangarti", "ngartos", "jelas",
    "understand", "get", "clear",
}  # fmt: skip
MEANT = {"arti", "maksud", "mean", "pertanyaan", "cara"}  # "maksudnya" is told as "arti"
ASKED = {"apa", "bagaimana", "gimana", "what"}
NEXT = {"terus", "trus", "lalu", "habis", "abis"}  # "terus saya harus gimana"
PUZZLED = {"bingung", "confused", "mumet"}
BESIDE = {
    "saya", "aku", "ulun", "kami", "masih", "jadi", "ya", "nya", "itu", "ini", "sama", "sekali", "juga", "loh", "nih",
    "entah", "entahlah", "tau", "tahu", "i", "it", "you", "do", "does", "am", "im", "to", "this", "that", "the",
    "question",
}  # fmt: skip


def is_lost(text: str) -> bool:
    """The whole message says so: "tidak mengerti maksudnya", "ga paham", "maksudnya apa?"."""
    words = [word for word in spelling().words(text) if word.isalnum() and word not in SAID_TO]
    said = set(words)
    if "bagaimana" in said and said & NEXT and said <= NEXT | ASKED | BESIDE | {"harus"}:
        return True
    if not said or said - NOT - GRASP - MEANT - ASKED - PUZZLED - BESIDE:
        return False
    puzzled = bool(said & PUZZLED) or bool(said & NOT and said & GRASP)
    return puzzled or bool(said & MEANT and said & (NOT | ASKED))
