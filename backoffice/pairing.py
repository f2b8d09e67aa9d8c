"""Which heading of a form is likely to hold the answer to which question: the officer looks it over and saves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, utils

from backoffice.words import Words
from registry.services.service import Service

ALIKE = 85  # of 100
PHONES = ("nomor hp", "no hp", "nomor whatsapp", "no wa", "nomor telepon", "telepon", "handphone", "phone number")
TIMES = ("timestamp", "stempel waktu", "cap waktu", "waktu")


def guess(headings: Sequence[str], service: Service, words: Words) -> Mapping[str, str]:
    """By question; the telephone and the time under `phone` and `time`. No heading is guessed twice."""
    left, found = list(headings), dict[str, str]()
    names = {"time": TIMES, "phone": PHONES} | {each.key: (words.asked(each), each.key) for each in service.question}
    for key, called in names.items():
        if heading := _nearest(left, called):
            found[key] = heading
            left.remove(heading)
    return found


def _nearest(headings: Sequence[str], called: Sequence[str]) -> str | None:
    """A heading may say more than the question is called: "Nama lengkap" is a name. Of several the plainest one."""
    ranked = [
        (fuzz.token_set_ratio(*pair), fuzz.token_sort_ratio(*pair), heading)
        for name in called
        for heading in headings
        if (pair := (utils.default_process(name), utils.default_process(heading)))
    ]
    best = max(ranked, default=(0, 0, ""))
    return best[2] if best[0] >= ALIKE else None
