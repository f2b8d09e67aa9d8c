"""What a free message asks for: one of the services, in words or as one compact message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.effects import Start
from bot.flow import Accepted, Answer, AskAgain, Flow, Say, Talk
from bot.flows.application import NAME
from bot.picks import plain
from registry.catalogue import Catalogue, Service, Wish

SALAM = re.compile(r"\b(as+al+am+u?\s?('|’)?ala[iy]k[uo]m|assalam\w*|salam\s?alaikum|aslm)", re.IGNORECASE)
THANKS = {"terima", "terimakasih", "makasih", "makasi", "trims", "thanks", "thank", "thx", "nuwun", "nuhun", "mksh"}
GREETINGS = {"p", "ping", "hai", "halo", "hallo", "hi", "hello", "min", "pagi", "siang", "sore", "malam", "selamat",
             "permisi", "tes", "test", "hey", "good", "morning"}  # fmt: skip
SPELLINGS = {
    "ilang": "hilang", "akte": "akta", "lair": "lahir", "kelahirn": "kelahiran", "kluarga": "keluarga", "ektp": "ktp",
    "bikin": "buat", "membuat": "buat", "ulah": "buat", "rekaman": "rekam", "udah": "sudah", "sdh": "sudah",
    "udh": "sudah",
}  # fmt: skip
COMPACT = re.compile(r"^\s*#?\s*([A-Za-z][A-Za-z0-9-]*)\s*[#*/|]\s*(.*)$", re.DOTALL)
SEPARATORS = re.compile(r"\s*[#*|\n]\s*")


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


def compact_unknown(text: str, catalogue: Catalogue) -> Say | None:
    """What to say to a message written like AKL#...#... for a service that we do not have."""
    match = COMPACT.match(text)
    if not match or "#" not in text or compact_service(text, catalogue):
        return None
    return Say("compact-unknown", {"code": match[1].upper()[:20]})


def compact_service(text: str, catalogue: Catalogue) -> tuple[Service, list[str]] | None:
    """The service and the fields of a message like AKL#6471...#... (leading # optional)."""
    match = COMPACT.match(text)
    if not match:
        return None
    word = match[1].upper()
    for service in catalogue.values():
        if word == service.code or word in service.aliases:
            return service, SEPARATORS.split(match[2].strip())
    return None


def read_compact(service: Service, fields: list[str], flow: Flow, talk: Talk) -> Mapping[str, Any]:
    """Answers that can be read; what is missing or unclear is simply asked afterwards."""
    answers: dict[str, Any] = dict(talk.answers)
    for key, field in zip(service.compact, fields, strict=False):
        seen = replace(talk, answers=answers)
        try:
            value = flow.step(key).read(seen, Answer(field))
        except AskAgain:
            continue
        answers[key] = value.value if isinstance(value, Accepted) else value
    return answers
