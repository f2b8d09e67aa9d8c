"""What a free message asks for in words: one of the services."""

from __future__ import annotations

import re

from bot.effects import Start
from bot.flows.application import NAME
from bot.picks import plain
from registry.catalogue import Catalogue, Wish

SALAM = re.compile(r"\b(as+al+am+u?\s?('|’)?ala[iy]k[uo]m|assalam\w*|salam\s?alaikum|aslm)", re.IGNORECASE)
THANKS = {"terima", "terimakasih", "makasih", "makasi", "trims", "thanks", "thank", "thx", "nuwun", "nuhun", "mksh"}
GREETINGS = {"p", "ping", "hai", "halo", "hallo", "hi", "hello", "min", "pagi", "siang", "sore", "malam", "selamat",
             "permisi", "tes", "test", "hey", "good", "morning"}  # fmt: skip
SPELLINGS = {
    "ilang": "hilang", "akte": "akta", "lair": "lahir", "kelahirn": "kelahiran", "kluarga": "keluarga", "ektp": "ktp",
    "bikin": "buat", "membuat": "buat", "ulah": "buat", "rekaman": "rekam", "udah": "sudah", "sdh": "sudah",
    "udh": "sudah",
}  # fmt: skip


def salam(text: str) -> bool:
    return bool(SALAM.search(text))


def greets(text: str) -> bool:
    words = plain(SALAM.sub(" ", text)).split()
    return bool(text.strip()) and all(word in GREETINGS for word in words)


def thanks(text: str) -> bool:
    words = plain(text).split()
    return bool(words) and len(words) <= 6 and any(word in THANKS for word in words)


def wish(text: str, catalogue: Catalogue) -> Start | None:
    """The service whose words stand in the message; the more words of a wish, the surer. None when nothing fits."""
    said = " ".join(SPELLINGS.get(word, word) for word in plain(text).split())
    found = [
        (len(" ".join(each.words)), service.code, each)
        for service in catalogue.values()
        for each in service.wish
        if _stands_in(each, said)
    ]
    if not found or len(said.split()) > 25:
        return None
    _, code, best = max(found, key=lambda entry: entry[0])
    return Start(NAME + code, dict(best.answers))


def _stands_in(each: Wish, said: str) -> bool:
    return all(re.search(rf"\b{re.escape(word)}\b", said) for word in each.words)


COMPLAINT = re.compile(
    r"\b(pungli|dipungli|mengadu|pengaduan|calo|suap|sogok|bribe"
    r"|(minta|mintai?|dimintai?|bayar) (uang|duit|biaya|\d))"
)


def complains(text: str) -> bool:
    """Somebody was asked for money, or wants to complain: no service, whatever else the words name."""
    return bool(COMPLAINT.search(plain(text)))
