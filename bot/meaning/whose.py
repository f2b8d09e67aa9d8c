"""For whom a request is, where its first words say so: "ktp istri saya hilang"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from bot.meaning.picks import SAID_TO
from bot.meaning.spelling import spelling
from registry.catalogue import Service

OWN = r"(?:istri|suami|anak)\s(?:saya|aku|ku)\b"
FAMILY = re.compile(
    rf"\b(?:ktp|kk|kia|akta|kartu|untuk|membuat|punya|milik)\s{OWN}|(?m:^){OWN}\s(?:mau|ingin|perlu|kehilangan)\b"
    rf"|\bktp (?:baru|pertama|pemula)\s(?:untuk |buat )?{OWN}"
    rf"|(?m:^){OWN}\s(?:sudah|baru|genap|umur|berumur|usia)\b.*\b17\b"
    r"|\bmy (?:wife|husband|son|daughter|child)\b"
)
WITH = re.compile(
    r"\b(?:with|sama|bersama|dengan|bareng|(?:saya|kami|i|we)\s(?:dan|and))\s(?:my\s)?(?:wife|husband|son|daughter|child|kids?|family|istri|suami|anak)\b"
)  # who moves takes them along
STRANGER = r"(?:tetangga|teman|kawan|warga(?!\snegara)|pasien|klien|majikan|bos)"
OTHERS = re.compile(
    rf"\b(?:ktp|kk|kia|akta|kartu|suket|untuk|buat|membuat|punya|milik|hilang|rusak|baru|pertama)\s{STRANGER}\b|\b(?:di)?suruh\s{STRANGER}\b"
    rf"|(?m:^){STRANGER}(?:\s(?:saya|aku|ku))?\s(?:mau|ingin|perlu|kehilangan|minta|ktp|kk|kia|akta)\b"
    r"|\bmy (?:neighbou?r|friend|patient|client|boss)\b"
)
MY_OWN = re.compile(
    r"\b(?:ktp|nik|suket|akta (?:lahir|nikah|cerai)) saya\b(?! (?:dan|dengan|sama|serta|juga)\b)"
    r"|\bsaya (?:kehilangan|hilang) (?:saya )?(?:ktp|suket)\b|\bsaya (?:ktp|akta (?:lahir|nikah|cerai))\b"
    r"|\bktp(?:ku|q)\b"
)
RELATED = re.compile(
    r"\b(?:mama|mamah|mamak|mak|papa|bapa|ortu|orangtua|nenek|paman|tante|om|saudara|abang|keponakan|family|mother"
    r"|father|mom|dad|wife|husband|son|daughter|child|brother|sister|parents?)(?:ku|nya)?\b"
)
CHILD, MINE = r"(?:anak|bayi|putra|putri)", r"(?:saya|aku|ku|kami)"
OWN_CHILD = re.compile(
    rf"\b{CHILD} {MINE}\b|\b(?:istri saya|saya) (?:baru )?(?:lahiran|melahirkan)\b|\bmy (?:son|daughter|child|baby)\b"
    r"|\b(?:my|saya) (?:wife|istri) (?:just )?(?:had|gave|got) (?:\w+ ){0,2}(?:baby|bayi|birth|lahir)\b"
)
HELPER = r"(?:bidan|perawat|ketua rt|rt|nenek|kakek|tante|om|paman|bibi|kakak|adik|kerabat|tetangga)(?:nya)?"
ANOTHERS_CHILD = re.compile(
    rf"\b(?:cucu|keponakan|ponakan|{STRANGER}|{CHILD} (?:dari )?(?:adik|kakak))(?: (?:{MINE}|kita))?\b"
    rf"|\b(?:saya|aku) {HELPER}\b|(?m:^)pak rt\b|\bmy (?:grandchild|grandson|granddaughter|nephew|niece)\b"
)
CLAUSES = re.compile(r"[,.;:!?\n]+")
KIN = {"anak", "bayi", "istri", "suami", "ibu", "bapak", "ayah", "kakak", "adik", "kakek", "nenek", "mertua", "cucu"}
MOST_WORDS = 4  # of an answer that only says who it is about
PARENT = "parent"
WHO, SELF, SAME_KK, OTHER = "for_whom", "self", "same_kk", "other"
MOVERS, WHOLE_FAMILY = "movers", "family"
PARENTS_LIVE, DIED = "parents", "died"
ORPHANED = {"parent": "no", PARENTS_LIVE: DIED}  # a guardian brings the child
ALL, ALL_OF_US = (
    "sekeluarga",
    {"semua", "orang", "keluarga", "ikut", "pindah", "untuk", *SAID_TO, "saya", "kami", "ya", "said"},
)


def whose(text: str, service: Service) -> Mapping[str, str]:
    """Husband, wife and child stand on the same family card; a neighbour or a patient does not."""
    if PARENTS_LIVE in service.question_by_key and both_died(text):
        return ORPHANED
    question = service.question_by_key.get(WHO)
    said = f"{text.casefold()}\n{' '.join(spelling().words(text))}"
    if question is None:
        return _parent(text, service)
    movers = {MOVERS: WHOLE_FAMILY} if moves_whole_family(text, service) else {}
    if OTHERS.search(said):
        return {WHO: OTHER, **movers}
    if movers:
        return {WHO: SELF, **movers}
    if MOVERS in service.question_by_key and WITH.search(said):
        return {WHO: SELF}
    if question.text or SAME_KK not in question.options:  # it asks something else there
        return {}
    if FAMILY.search(said):
        return {WHO: SAME_KK}
    return {WHO: SELF} if SELF in question.options and _speaks_of_own(text) else {}


def _speaks_of_own(text: str) -> bool:
    """ "ktp sy ilang", "I lost my ID card"; where relatives are spoken of as well, it is asked."""
    said = _clauses(text)
    return bool(MY_OWN.search(said)) and not (kin_in(text) or RELATED.search(said))


def _clauses(text: str) -> str:
    """On a line each, as written and as meant: "akta anak, saya neneknya" speaks of no child of hers."""
    parts = CLAUSES.split(text.casefold())
    return "\n".join(clause for each in parts for clause in (each, " ".join(spelling().words(each))))


def _parent(text: str, service: Service) -> Mapping[str, str]:
    """Who says "anak saya" is a parent or the guardian; a midwife or a grandmother asks for another's child."""
    question = service.question_by_key.get(PARENT)
    if question is None or question.text:  # it asks something else there
        return {}
    said = _clauses(text)
    if ANOTHERS_CHILD.search(said):
        return {PARENT: "no"}
    return {PARENT: "yes"} if OWN_CHILD.search(said) else {}


def moves_whole_family(text: str, service: Service) -> bool:
    """ "Pindah sekeluarga 4 orang"; "semua" where it is asked for whom: who writes is one of them."""
    question = service.question_by_key.get(MOVERS)
    words = {word for word in spelling().words(text) if word.isalpha()}
    said = ALL in words or ("semua" in words and words <= ALL_OF_US)
    return said and question is not None and WHOLE_FAMILY in question.options


PARENTS = r"(?:ortu|orang tua|ayah ibu|ibu ayah|bapak ibu|ibu bapak|(?:ayah|bapak) (?:dan|sama|serta) ibu|parents)"
BOTH_DIED = re.compile(
    rf"\b{PARENTS}(?:nya)?(?: nya)?\b(?: \w+){{0,4}} (?:meninggal|mati|wafat|tiada|almarhum|died|dead|passed away)\b"
    r"|\b(?:yatim piatu|orphan|orphaned|kedua orang tua\w* (?:\w+ ){0,3}(?:meninggal|wafat|tiada))\b"
)
ONE_LIVES = re.compile(r"\b(?:salah satu|masih (?:ada|hidup)|belum meninggal|tidak meninggal|alive)\b")


def both_died(text: str) -> bool:
    """Of a child's parents: "ortunya meninggal dua2nya"."""
    said = " ".join(word for word in spelling().words(text) if word.isalnum())
    return bool(BOTH_DIED.search(said) or BOTH_DIED.search(text.casefold())) and not ONE_LIVES.search(said)


def kin_in(text: str) -> set[str]:
    return KIN.intersection(spelling().words(text))


def only_names(text: str, people: Collection[str]) -> bool:
    """ "anak saya", said of an anak who was spoken of before."""
    return len(spelling().words(text)) <= MOST_WORDS and not kin_in(text).isdisjoint(people)
