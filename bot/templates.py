"""The message forms the carrier must know beforehand: sets of buttons, and notices for after the 24 hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.says import Option
from bot.wording import LANGUAGES, Wording
from notifications.content import QuickReply, Template
from notifications.outbox import Choice
from registry.models import Channel

# The arguments of a sentence that are its template's variables, in order, each with an example for WhatsApp.
TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "document_ready": {"document": "KK", "number": "BPP-00412"},
    "paper_refused": {"number": "BPP-00412", "paper": "surat hilang dari polisi", "reason": "cap tidak terlihat"},
    "card_printed": {"card": "KTP-el", "number": "CLG-00087", "carrier": "Kantor Pos",
                     "postage": "Rp14.000, dibayar ke kurir"},
    "card_posted": {"card": "KTP-el", "number": "CLG-00087", "carrier": "Kantor Pos", "tracking": "P2611000000",
                    "pay": "Bayar kurir Rp14.000, tidak lebih"},
    "request_answered": {"number": "ADU-0021"},
    "promise_moved": {"service": "KK", "number": "BPP-00412", "promised": "Rabu, 25 November 2026, 14.00 WITA"},
    "officer_wrote": {"officer": "P-07"},
    "draft_put_away": {"service": "KK"},
    "van_reminder": {"when": "Selasa, 24 November 2026, 09.00-12.00 WITA", "spot": "Balai Karang Jati",
                     "code": "K7Q2M9"},
    "van_changed": {"spot": "Balai Karang Jati", "change": "dibatalkan"},
    "ikd_reminder": {"when": "Selasa, 24 November 2026, 09.00-12.00 WITA", "spot": "Loket 4", "code": "K7Q2M9"},
    "ikd_changed": {"spot": "Loket 4", "change": "dibatalkan"},
    "case_told": {"service": "KK", "number": "BPP-00412", "state": "sudah terbit"},
}  # fmt: skip
SHOW = "!held"  # the button under every notice: it lets the whole message come


def templates(words: Wording) -> Iterator[Template]:
    for name, examples in TEMPLATES.items():
        holes = {arg: f"{{{{{place}}}}}" for place, arg in enumerate(examples, start=1)}
        for language in LANGUAGES:
            body = words.render(f"template-{name}", holes, language, Channel.WHATSAPP)
            show = Choice(SHOW, words.render("option-show", {}, language, Channel.WHATSAPP))
            yield Template(name, language, body, (show,), tuple(examples.values()))


def button_sets(sets: Iterable[Sequence[Option]], words: Wording) -> Iterator[QuickReply]:
    """One form for each set of titles, in each language."""
    for options in sets:
        for language in LANGUAGES:
            yield QuickReply(tuple(words.render(o.label, {}, language, Channel.WHATSAPP) for o in options))
