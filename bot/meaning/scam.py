"""Whether somebody asks about what another wants of them: a link to click, a code to give, money to send."""

from __future__ import annotations

import re
from collections.abc import Sequence

BAIT = {"link", "tautan", "klik", "click", "apk", "otp", "pin", "transfer", "rekening", "kode", "code"}
ANOTHER = {
    "dia", "orang", "org", "katanya", "bilang", "ngaku", "mengaku", "disuruh", "suruh", "nelpon", "telepon", "telpon",
    "ditelpon", "ditelepon", "dihubungi", "someone", "somebody", "caller", "dikirimi", "dapat",
}  # fmt: skip
DOUBTS = re.compile(
    r"\b(?:aman|bener|benar|betul|penipuan|penipu|nipu|hoax|hoaks|asli|resmi|percaya|safe|scam|legit|real|boleh)\b"
)


def doubts(words: Sequence[str]) -> bool:
    """In the words of bot/meaning/spelling.py: "dia bilang klik link terus masukin pin, aman ga"."""
    said = set(words)
    return bool(said & BAIT and said & ANOTHER and DOUBTS.search(" ".join(words)))


CODES = r"(?:kode|otp|pin|code|password|sandi|passphrase)"
GIVES = (
    r"(?:(?:di|ng|nge|me|mem|ke)?(?:kasih|kasi|beri|bari|weneh|sebut|share|bagi|serah|bocor)\w*"
    r"|ngasih?\w*|(?:ng|nge|me|meng)?(?:kirim|irim)(?:kan|in)?|gave|given|sent|told|shared)"
)
INSTALLS = r"(?:instal|unduh|download|pasang|buka|klik)"
PROGRAM = re.compile(rf"\bapk\w*\b.*{INSTALLS}|{INSTALLS}\w*.*\bapk")
CHEATED = re.compile(r"\b(?:ketipu|tertipu|kena tipu|kena scam|scammed|kebobolan|dibobol|kejebak)\b")
DONE = re.compile(
    r"\b(?:sudah|udah|uda|udh|sdh|dah|terlanjur|telanjur|terlanjut|kadung|keburu|tadi|barusan|already|gave|sent|told|shared"
    r"|sengaja|wes|wis|enggeus|geus)\b"
)
NOT_GIVEN = re.compile(
    rf"\b(?:belum|blm|blom|tidak|tdk|ga|gak|nggak|enggak|ora|kada|not|didn t)\s+(?:\w+\s+)?{GIVES}\b"
)
STOLEN = re.compile(
    r"\b(?:(?:di|ke)?(?:copet|jambret|curi|rampok|maling)\w*|begal|dibegal|pickpocket\w*|robbed|stolen)\b"
)
MONEY = r"(?:saldo|uang|duit|rekening|tabungan|atm|money|balance)(?:nya|ku)?"
ROBBED = re.compile(
    rf"\b{MONEY} (?:\w+ ){{0,2}}(?:habis|hilang|ilang|terkuras|dikuras|dibobol|kebobolan|raib"
    r"|ludes|lenyap|gone|drained)\b"
)
OF_OURS = re.compile(r"\b(?:ambil|pos|resi|pdf|dokumen|upload|halaman|foto|fotonya|surat|berkas|formulir)\w*")
AFTER_WARNING = re.compile(rf"\b(?:{GIVES}|klik|pencet|instal\w*|install\w*|transfer\w*|isi|masukin|masukkan)\b")
MOST_WORDS = 8  # of what follows a warning, and names nothing


def fell_for_it(text: str, *, warned: bool) -> bool:
    """The harm is done: "kodenya udah aku kasih gimana dong", "apk nya terlanjur saya instal". Just after a warning the
    thing itself need not be named: "sudah saya kasih"."""
    said = " ".join(re.findall(r"\w+", text.casefold()))
    if STOLEN.search(said) and not re.search(rf"\b{CODES}", said):
        return False  # a thief asked for nothing
    if ROBBED.search(said) and not BAIT.isdisjoint(said.split()):
        return True
    if (OF_OURS.search(said) and "otp" not in said.split()) or ("sengaja" not in said and NOT_GIVEN.search(said)):
        return False
    about = bool(re.search(rf"\b{CODES}\w*", said))
    if CHEATED.search(said):
        return warned or about or not BAIT.isdisjoint(said.split()) or "ikd" in said.split()
    if not DONE.search(said):
        return False
    given = about and re.search(rf"\b{GIVES}\b", said) is not None
    follows = warned and len(said.split()) <= MOST_WORDS and AFTER_WARNING.search(said) is not None
    return given or follows or PROGRAM.search(said) is not None
