"""What a free message wants: the label, the service that its words name, and whether it asks something about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.meaning import scam
from bot.meaning.asks import asks
from bot.meaning.elsewhere import elsewhere
from bot.meaning.grievance import demands_money, rails
from bot.meaning.home import without_home
from bot.meaning.intents import Intent, Label, understand, words_of
from bot.meaning.right_there import without_right
from bot.meaning.spelling import GREETING, spelling
from bot.meaning.topics import Topic
from bot.meaning.wishes import Meant, Wishes
from registry.catalogue import Catalogue

GROUPS: Mapping[Label, tuple[str, ...]] = {  # of the menu; the first is the label's own
    Label.KK: ("kk", "correct"),
    Label.KTP: ("ktp",),
    Label.SUKET: ("suket",),
    Label.KIA: ("kia", "birth"),
    Label.AKTA_KELAHIRAN: ("birth", "correct"),
    Label.AKTA_KEMATIAN: ("death", "correct"),
    Label.AKTA_PERKAWINAN: ("marriage", "correct"),
    Label.PINDAH: ("move",),
    Label.IKD: ("ikd",),
}
ALSO: Mapping[Label, tuple[str, ...]] = {Label.OTHER: ("nik",)}  # not begun at once: the label means anything
FRAUD = {
    "penipuan",
    "otp",
    "pin",
    "apk",
    "tautan",
    "telepon",
    "kode",
    "disuruh",
    "suruh",
    "dihubungi",
    "mengaku",
    "ngaku",
}
CODE = {"kode", "pin", "otp", "code", "passphrase"}
PRETENDS, OURSELVES = {"mengaku", "ngaku", "pretending"}, {"dukcapil", "disdukcapil", "capil", "disduk", "petugas"}
SCANNED = {"qr", "barcode"}  # the code that an officer shows for an activation
SCANNED_AS_WRITTEN = SCANNED | {"qrnya", "qrcode", "barcodenya"}
SIGNS = CODE | FRAUD | scam.BAIT | SCANNED_AS_WRITTEN  # without any of these nobody is warned
SENT = {"kirim", "minta", "bagi", "kasih", "beri", "foto", "screenshot", "share", "give", "wa"}
READ = {"scan", "pindai"}
ACTIVATION = {"ikd", "aktivasi", "activation", "identitas"}
CALLS = {"balas", "bales", "dibalas", "jawab", "dijawab", "respon", "direspon", "reply", "answer", "?", "p"}
BESIDE_A_CALL = GREETING | {
    "admin",
    "ada",
    "orang",
    "tolong",
    "mohon",
    "dong",
    "ya",
    "nih",
    "sih",
    "hei",
    "woi",
    "tidak",
}
BESIDE_A_QR = BESIDE_A_CALL | {
    "dimana",
    "saya",
    "ke",
    "sini",
    "nya",
    "the",
    "via",
    "chat",
    "boleh",
    "bisa",
    "?",
    "me",
    "sekarang",
}
REFUSED = {"tidak", "gagal", "ditolak", "tolak", "error", "not", "invalid"}
SOMEBODY = {"petugas", "admin", "operator", "orang"}
MARITAL = {"nikah", "kawin", "cerai", "duda", "janda", "lajang", "bujang", "jomblo"}
DOCUMENTS = {"kk", "ktp", "kia", "akta", "ikd", "suket"}
BEARS_STATUS = ("kk", "ktp")  # groups
FIELDS = re.compile(r"\n|,(?=.*\d{8})|\d{8}")  # what comes after these are answers
DIGITS = re.compile(r"\d[\d .-]{6,}\d")  # a number of somebody's
CLAUSES = re.compile(r"[,.;!?\n]+|\b(?:tapi|tp|but|padahal|pdhal)\b", re.IGNORECASE)
CLEAR = 0.7  # of a lead: a wish among answers
ALIKE = 0.3  # of a wish's weight: services so near to each other are both meant


@dataclass(frozen=True)
class Understood:
    """`services` are those that the words name, the surest first; none: only the label's group is known."""

    intent: Intent
    services: tuple[Meant, ...]
    asks: Topic | None
    named: Callable[[Label], tuple[Meant, ...]]  # the services, if the label were another
    fraud: bool = False  # somebody wants a citizen's code, or sent a program
    scam: bool = False  # and the citizen asks whether that is safe
    scanned: bool = False  # the QR of an activation is to be sent
    elsewhere: str | None = None  # who does that, where it is nothing of ours

    @property
    def label(self) -> Label:
        return self.intent.label

    @property
    def group(self) -> str | None:
        """The menu's list that it belongs to, when a service is wanted."""
        return GROUPS[self.label][0] if self.label in GROUPS else None

    @property
    def of_others(self) -> bool:
        """It names another institution, or what is done elsewhere."""
        return self.elsewhere is not None or any(spelling().kinds.get(word) == "instansi" for word in self.intent.words)

    @property
    def refused_elsewhere(self) -> bool:
        """ "Nik sy ga kedetect di bpjs": whose door is shut is named, and that it is."""
        named = self.of_others or any(each.answers for each in self.services)
        refused = not REFUSED.isdisjoint(self.intent.words)
        return self.label is Label.OTHER and self.asks is None and named and refused

    @property
    def wanted(self) -> bool:
        """Clearly a request for a service: no question, nothing else."""
        return (
            self.intent.sure
            and self.group is not None
            and self.asks is None
            and not (self.fraud or self.scam or self.scanned)
        )


Read = Callable[[str], Understood]


def reader(catalogue: Catalogue) -> Read:
    wishes = Wishes(catalogue)

    def read(said: str) -> Understood:
        text = without_right(without_home(said))
        intent = _before_fields(text) or _of_a_clause(text, understand(text))
        where = elsewhere(spelling().words(text))
        if where:
            intent = intent.as_(Label.OTHER)
        swears = rails(text) and not (intent.sure and where is None and intent.label in GROUPS)
        where = None if swears else where
        if demands_money(text) or swears:
            intent = intent.as_(Label.COMPLAINT)
        elif called := _called(intent.words):
            intent = intent.as_(called)

        status = _bears_marital_status(intent.words) if where is None else None
        if status:
            intent = intent.as_(Label.KTP if status == ("ktp",) else Label.KK)

        def named(label: Label) -> tuple[Meant, ...]:
            groups = status or {**GROUPS, **ALSO}.get(label, ())
            return () if where else _equally_sure(wishes.found(intent.words, groups))

        if _both_name_one([named(label) for label in intent.ranking[:2]]):
            intent = intent.as_(intent.label)
        asked = asks(intent.words) if intent.label in GROUPS or intent.label is Label.HELP else None
        return Understood(
            intent, named(intent.label), asked, named, _is_fraud(intent), scam.doubts(intent.words),
            _is_to_be_sent(intent), where,
        )  # fmt: skip

    return read


def _before_fields(text: str) -> Intent | None:
    """What stands before the answers is wanted; where that only says who writes ("saya Rina, NIK ..., kk sy hilang"),
    the one thing that is wanted after it."""
    before, *after = FIELDS.split(text, maxsplit=1)
    first = understand(before)
    if not (first.sure and len(first.words) > 1):
        return None
    if first.label is not Label.OTHER or not after:
        return first
    parts = [part for part in CLAUSES.split(DIGITS.sub(",", text)) if len(part.split()) > 1]
    wishes = [intent for part in parts if (intent := understand(part)).lead >= CLEAR and intent.label in GROUPS]
    if len({intent.label for intent in wishes}) == 1:
        return wishes[0]
    whole = understand(DIGITS.sub(" ", text))
    return whole if whole.sure and whole.label is Label.OTHER else first


def _of_a_clause(text: str, whole: Intent) -> Intent:
    """Where the whole is unsure, a part that says one thing clearly while no other part wants anything else: "ktp sy
    ilang, aku kerja di bpn tp kk ku msh surabaya"."""
    parts = [] if whole.sure else [part for part in CLAUSES.split(text) if len(part.split()) > 1]
    sure = [intent for part in parts if (intent := understand(part)).sure]
    wished = {intent.label for intent in sure}
    of_one = len(parts) > 1 and len(wished) == 1 and sure[0].label in GROUPS
    return sure[0] if of_one else whole


def _both_name_one(likeliest: Sequence[Sequence[Meant]]) -> bool:
    """Whichever of the two labels it bears, the same service is meant, as of a bundle that stands in two lists."""
    codes = {each.code for named in likeliest for each in named}
    return len(codes) == 1 and all(likeliest)


def _bears_marital_status(words: Sequence[str]) -> tuple[str, ...] | None:
    """ "Ubah status kawin": it stands on the family card and on the ID card, and no certificate changes it. The groups
    of those that are meant."""
    said = set(words)
    named = said & DOCUMENTS
    if "status" not in said or not said & MARITAL or not named <= set(BEARS_STATUS):
        return None
    return ("ktp",) if named == {"ktp"} else BEARS_STATUS if not named else tuple(sorted(named))


def may_be_cheated(text: str) -> bool:
    """Whether it is worth reading for a warning: most messages are answers, and told apart by their words alone."""
    return not SIGNS.isdisjoint(words_of(text))


def _is_fraud(intent: Intent) -> bool:
    """ "Kode ikd saya apa", whatever else the message speaks of; other signs only where it is surely about the IKD."""
    words = set(intent.words)
    if words & SCANNED:
        return False
    if words & PRETENDS and words & OURSELVES and words & SENT:
        return True
    return bool("ikd" in words and words & CODE) or (intent.label is Label.IKD and intent.sure and bool(words & FRAUD))


def _is_to_be_sent(intent: Intent) -> bool:
    """ "Kirim qr aktivasi ke wa saya": of an activation, or of nothing that is named."""
    words = set(intent.words)
    sent = not words.isdisjoint(SENT) or ("dimana" in words and words.isdisjoint(READ))
    if words.isdisjoint(SCANNED_AS_WRITTEN) or not sent:
        return False
    return not words.isdisjoint(ACTIVATION) or words <= SCANNED_AS_WRITTEN | SENT | BESIDE_A_QR


def _only_calls(words: Sequence[str]) -> bool:
    """ "bales dong", "halo??": somebody looks whether anybody is there, and asks for no officer."""
    return bool(CALLS.intersection(words)) and (CALLS | BESIDE_A_CALL).issuperset(words)


def _called(words: Sequence[str]) -> Label | None:
    """ "petugasnya mana woi": the officer is wanted, and no place."""
    said = set(words)
    if {"dimana"} < said <= SOMEBODY | BESIDE_A_CALL | {"dimana", "woi", "woy", "ini"} and said & SOMEBODY:
        return Label.HUMAN
    return Label.GREET if _only_calls(words) else None


def _equally_sure(found: list[Meant]) -> tuple[Meant, ...]:
    return tuple(meant for meant in found if meant.weight > found[0].weight - ALIKE)
