"""Words that mean the same at every point. They count only as the whole message."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.meaning.picks import SAID_TO, plain

COMMANDS = {
    "back": ("kembali", "back", "mundur"),
    "cancel": (
        "batal",
        "cancel",
        "batalkan",
        "batalkan permohonan",
        "batal permohonan",
        "batalkan permohonan saya",
        "cancel my request",
    ),
    "never_mind": (
        "tidak jadi",
        "tdk jadi",
        "ga jadi",
        "gak jadi",
        "nggak jadi",
        "ngga jadi",
        "enggak jadi",
        "kada jadi",
        "gajadi",
        "gakjadi",
        "ga jadi deh",
        "gak jadi deh",
        "batalin",
        "batalin aja",
        "never mind",
        "nevermind",
    ),
    "change": ("ubah", "ralat", "ubah data", "salah tulis", "salah ketik", "salah isi", "change"),
    "menu": ("menu", "menu utama", "main menu"),
    "status": ("status", "cek status", "my requests"),
    "help": ("bantuan", "help", "tolong"),
    "officer": ("petugas", "officer", "bicara dengan petugas", "admin"),
    "form": ("formulir", "form", "minta formulir", "formulirnya"),
    "language": ("bahasa", "language"),
    "english": ("english", "inggris", "bahasa inggris"),
    "indonesian": ("indonesia", "bahasa indonesia"),
    "continue": ("lanjut", "lanjutkan", "kita lanjut", "go on", "continue"),
    "later": ("nanti", "nanti saja", "later"),
    "complaint": ("pungli", "aduan", "complaint"),
    "my_data": ("data saya", "my data"),
    "delete_data": ("hapus data", "hapus data saya", "delete data"),
    "stop": ("berhenti", "stop", "unsubscribe"),
    "start": ("mulai", "start"),
}
_BY_WORDS = {words: name for name, spellings in COMMANDS.items() for words in spellings}


# "Berhenti kirim pesan", "jangan hubungi saya lagi", "stop sending messages": of these words alone, and of both kinds.
ENOUGH = {"stop", "berhenti", "hentikan", "setop", "jangan", "unsubscribe", "unreg", "dont"}
OF_US = {"pesan", "sms", "wa", "whatsapp", "notif", "notifikasi", "kabar", "kabari", "chat", "hubungi", "menghubungi",
         "berlangganan", "langganan", "messages", "message", "texting", "notifications", "all", "semua"}  # fmt: skip
BESIDE = {"kirim", "kirimi", "kirimkan", "mengirim", "kirimin", "sending", "send", "me", "saya", "aku", "lagi", "ke",
          "tolong", "mohon", "please", "dari", "sini", "terus", "any", "more", "to", "the", "ya", "min", "pak", "bu",
          "kak"}  # fmt: skip


def command(text: str) -> str | None:
    """The command that the whole message is, or none: "batal pindah" is a request, not a command."""
    if CHECKED_BY_SMS.match(text):
        return "status"
    said = plain(text)
    words = set(said.split())
    found = (name for name, is_meant in BY_KIND.items() if is_meant(words))
    return _BY_WORDS.get(said) or _harmless(said) or next(found, None) or ("never_mind" if _gives_up(text) else None)


# CEK#KTP#NIK, as the ministry's own SMS service has it.
CHECKED_BY_SMS = re.compile(r"\W*ce[ck]\s*[#*/|,]\s*(?:ktp|kk|kia|akta)\b", re.IGNORECASE)

# "Ya udah lanjut", "status dong kak": said politely these are the same, for they undo nothing.
HARMLESS = {"continue", "later", "menu", "status", "officer", "help", "back"}
POLITE = SAID_TO - {"admin"} | {"ya", "yah", "iya", "udah", "sudah", "yaudah", "oke", "ok", "baik", "aja", "please"}


def _harmless(said: str) -> str | None:
    name = _BY_WORDS.get(" ".join(word for word in said.split() if word not in POLITE))
    return name if name in HARMLESS else None


def _gives_up(text: str) -> bool:
    """ "Maaf, ternyata ketemu, batal aja": the reason stands before it, or nothing but politeness around: "ga jadi deh,
    besok aja". Who told much already is asked first."""
    if not GIVES_UP.search(text):
        return False
    parts = [_bare(part) for part in re.split(r"[,.;\n]+", text.strip(" .!"))]
    ends = len(parts) > 1 and _BY_WORDS.get(parts[-1]) in GIVEN_UP
    alone = len(parts) > 1 or bool(FOR_NOW.intersection(plain(text).split()))
    return ends or (alone and _BY_WORDS.get(parts[0]) in GIVEN_UP and not any(parts[1:]))


GIVEN_UP = ("cancel", "never_mind")
GIVES_UP = re.compile("batal|jadi|cancel|mind", re.IGNORECASE)  # one of them stands in all their spellings


def _bare(part: str) -> str:
    return " ".join(word for word in plain(part).split() if word not in POLITE | LATER | FOR_NOW | {"deh"})


FOR_NOW = {"dulu", "maaf"}
LATER = {"nanti", "besok", "lusa", "later", "tomorrow"}
GO_ON = {
    "lanjut", "lanjutin", "lanjutkan", "dilanjut", "dilanjutin", "sambung", "sambungin", "teruskan", "terusin",
    "kirim", "kirimkan", "continue", "dulu", "lagi", "deh",
}  # fmt: skip
BY_ME = {"saya", "sy", "aku", "ulun", "kita", "i", "will", "it", "do"}


def _puts_off(words: set[str]) -> bool:
    """ "Besok aku lanjutin", "nanti dulu deh"; "besok" alone may be an answer."""
    return bool(words & LATER and words & GO_ON) and words <= LATER | GO_ON | BY_ME | POLITE


def _wants_english(words: set[str]) -> bool:
    return bool(words & {"english", "inggris"}) and words <= SPOKEN | POLITE


SPOKEN = {
    "english", "inggris", "bahasa", "in", "speak", "can", "you", "we", "i", "want", "could", "do", "pakai", "pake",
    "bisa", "dalam", "to", "language", "version",
}  # fmt: skip


def _is_enough(words: set[str]) -> bool:
    return bool(words & ENOUGH and words & OF_US) and words <= ENOUGH | OF_US | BESIDE


# "Cabut laporan saya", "tarik aduan ADU-0001": a report of a death is no "laporan" that stands alone.
UNDOES = {"tarik", "cabut", "mencabut", "menarik", "batalkan", "withdraw"}
REPORT = {"laporan", "laporannya", "aduan", "aduannya", "pengaduan", "complaint", "report", "adu"}
OWN = {"saya", "aku", "sy", "yang", "yg", "tadi", "itu", "no", "nomor", "my", "the", "back", "take", "mau", "ingin",
       "i", "want", "to", "please", "tolong", "mohon", "min", "pak", "bu", "dong", "aja", "saja"}  # fmt: skip


def _takes_back(words: set[str]) -> bool:
    left = {word for word in words if not word.isdecimal()}
    undone = left & UNDOES or {"take", "back"} <= left
    return bool(undone and left & REPORT) and left <= UNDOES | REPORT | OWN


CASE_NUMBER = re.compile(r"\b(?!adu|hd|ds|rt|rw)([a-z]{2,4})[\s-]?(0\d{4})\b", re.IGNORECASE)


def case_number(text: str) -> str | None:
    """BPP-00412, wherever it stands."""
    found = CASE_NUMBER.search(text)
    return f"{found[1].upper()}-{found[2]}" if found else None


# "Tolong dicek no BPP-00412", as `plain` leaves it: how a request stands.
NUMBERED = re.compile(r"(?!adu|hd|rt|rw)[a-z]{2,4} 0\d{4}")
CHECKS = {
    "cek", "dicek", "ngecek", "cekin", "tolong", "mohon", "no", "nomor", "nomer", "status", "permohonan", "saya",
    "sy", "aku", "punya", "gimana", "gmn", "bagaimana", "sampai", "sampe", "mana", "jadi", "belum", "blm", "berkas",
    "check", "my", "request", "number", "where", "is", "of", "the", "yang", "yg",
}  # fmt: skip


def _asks_of_number(words: set[str]) -> bool:
    numbers = {word for word in words if word.isdecimal()}
    office = words - numbers - CHECKS - POLITE
    return len(numbers) == len(office) == 1 and bool(NUMBERED.fullmatch(f"{office.pop()} {numbers.pop()}"))


# "ADU-0001 gimana", "laporan saya sudah dijawab?": a report of a death is no "laporan saya" either.
DIGITS = r"\d{4}|[1-9]\d{4,5}"
RECORDED = re.compile(rf"\b(adu|ds|pd|hd)[\s-]?({DIGITS})\b", re.IGNORECASE)
LETTERS = {"adu", "ds", "pd", "hd"}
STANDS = {
    "gimana", "gmn", "bagaimana", "sampai", "sampe", "mana", "status", "cek", "dicek", "dijawab", "jawaban",
    "jawabannya", "kapan", "tindak", "lanjut", "lanjutnya", "ditindaklanjuti", "kabar", "kabarnya", "how", "where",
    "when", "answered", "answer", "check",
}  # fmt: skip
ABOUT_OWN = OWN | {"saya", "sudah", "udah", "belum", "blm", "ada", "apa", "dong", "is", "about", "kok", "has", "been"}


def recorded_number(text: str) -> str | None:
    """ADU-0001, wherever it stands."""
    found = RECORDED.search(text)
    return f"{found[1].upper()}-{found[2]}" if found else None


def _asks_of_recorded(words: set[str]) -> bool:
    left = {word for word in words if not word.isdecimal()}
    numbered = bool(left & LETTERS) and any(re.fullmatch(DIGITS, word) for word in words)
    asks = numbered or bool(left & REPORT and left & STANDS)
    return asks and left <= LETTERS | REPORT | STANDS | ABOUT_OWN | CHECKS | POLITE


BY_KIND: dict[str, Callable[[set[str]], bool]] = {
    "stop": _is_enough,
    "take_back": _takes_back,
    "recorded": _asks_of_recorded,
    "status": _asks_of_number,
    "later": _puts_off,
    "english": _wants_english,
}
