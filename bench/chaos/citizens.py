"""What citizens write, each of them through a whole case, and what they must hear before they write on."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

import requests

from simulator.samples import ktp_of
from tests.whole.handset import Handset

PATIENCE = 900.0  # seconds for one answer: while everything is harmed it may take long, but none may stay away

KTP = "ktp.jpg"  # of the citizen who sends it

# What is written, and words of the answer that is waited for. "[...]" is pressed; a file is sent.
CARD = (
    ("ktp baru sudah rekam", "Lanjut lewat WhatsApp?"), ("[Lanjut]", "Nama lengkap"), ("Rina Contoh", "NIK Anda?"),
    ("{nik}", "Nomor KK?"), ("lupa", "Kelurahan di KK?"), ("karang rejo", "Sudah benar?"), ("[Kirim]", "Nomor: BPP-"),
    ("", "sudah dicetak"), ("[Ambil sendiri]", "diambil sendiri"),
)  # fmt: skip
CARD_BY_SMS = (
    ("ktp baru sudah rekam", "Tulis dlm 1 pesan"), ("Rina Contoh, {nik}, lupa, karang rejo", "Periksa:"),
    ("1", "BPP-"), ("", "sudah dicetak"), ("2", "iambil"),
)  # fmt: skip
FAMILY_CARD = (
    ("kk saya hilang", "Lanjut lewat WhatsApp?"), ("[Lanjut]", "Masih ada?"), ("[Tidak ada]", "Nama lengkap"),
    ("rina contoh", "NIK Anda?"), ("{nik}", "Nomor KK?"), ("lupa", "Kelurahan di KK?"),
    ("karang rejo", "foto surat hilang"), ("surat-hilang.jpg", "foto KTP-el"), (KTP, "Sudah benar?"),
    ("[Kirim]", "Nomor: BPP-"), ("", "tanggal lahir R... C...?"), ("{born}", "Ini KK"),
)  # fmt: skip
WHATSAPP, SMS = "whatsapp:+628110000001", "+628110000011"

# What many ask between two answers; the question that stood open is put again.
ASIDE, RESUMED = ("ongkirnya berapa", "jam buka?"), "Kita lanjut"


@dataclass(frozen=True)
class Part:
    """A script, the address it is written to, how many of a hundred citizens play it, and where they ask aside."""

    name: str
    script: Sequence[tuple[str, str]]
    office: str
    share: int
    asks_at: str

    def lines(self, asides: int) -> Iterator[tuple[str, str]]:
        """The script with so many questions beside it."""
        for words, awaited in self.script:
            yield words, awaited
            if awaited == self.asks_at:
                yield from ((ASIDE[number % len(ASIDE)], RESUMED) for number in range(asides))


PARTS = (
    Part("card", CARD, WHATSAPP, 70, "Nomor KK?"),
    Part("card by SMS", CARD_BY_SMS, SMS, 27, "Periksa:"),
    Part("family card", FAMILY_CARD, WHATSAPP, 3, "Nomor KK?"),
)


class Wait(NamedTuple):
    """From something written to its answer, by the monotonic clock."""

    began: float
    ended: float


@dataclass
class Citizen:
    number: int
    part: Part
    asides: int = 0
    said: int = 0
    stuck: str = ""  # what is waited for
    waits: list[Wait] = field(default_factory=list)

    @property
    def address(self) -> str:
        prefix = "whatsapp:" if self.part.office.startswith("whatsapp:") else ""
        return f"{prefix}+62899{self.number:08d}"

    @property
    def files(self) -> int:
        return sum(PurePath(words).suffix == ".jpg" for words, _ in self.part.script)

    @property
    def born(self) -> date:
        return date(1960 + self.number // 336 % 40, 1 + self.number // 28 % 12, 1 + self.number % 28)

    @property
    def birthday(self) -> str:
        return f"{self.born:%d-%m-%Y}"

    @property
    def nik(self) -> str:
        """A woman's of Balikpapan; the serial 0000 belongs to nobody."""
        return f"647104{self.born.day + 40}{self.born:%m%y}0000"

    def play(self, twilio: str, over: threading.Event) -> None:
        handset = Handset(twilio, self.address, self.part.office, PATIENCE)
        for words, awaited in self.part.lines(self.asides):
            if over.is_set():
                return
            began = time.monotonic()
            if words:
                self._write(handset, words.format(nik=self.nik, born=self.birthday))
                self.said += 1
            self.stuck = awaited
            handset.hears(awaited)
            self.stuck = ""
            if words:  # otherwise an officer is waited for
                self.waits.append(Wait(began, time.monotonic()))

    def _write(self, handset: Handset, words: str) -> None:
        if words.startswith("["):
            handset.press(words[1:-1])
        elif words == KTP:
            handset.send_file(KTP, ktp_of(self.nik, self.birthday), "image/jpeg")
        elif PurePath(words).suffix == ".jpg":
            handset.send(words)
        else:
            handset.say(words)


@dataclass
class Crowd:
    """So many citizens, some at once; the parts are mixed evenly."""

    citizens: list[Citizen] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def of(cls, count: int, first: int = 1, asides: int = 0) -> Crowd:
        shares = list(itertools.chain.from_iterable([part] * part.share for part in PARTS))
        mixed = (shares[place * 37 % len(shares)] for place in range(count))  # 37 and 100 have no divisor in common
        return cls([Citizen(number, part, asides) for number, part in enumerate(mixed, first)])

    def play(self, twilio: str, at_once: int) -> None:
        with ThreadPoolExecutor(at_once) as pool:
            played = [pool.submit(citizen.play, twilio, self.over) for citizen in self.citizens]
            for each in played:
                each.exception()


def heard(twilio: str, citizen: Citizen) -> list[str]:
    """What lies on the handset, in the order in which the carrier took it."""
    answer = requests.get(f"{twilio}/simulator/messages", {"address": citizen.address}, timeout=30).json()
    office = (message for message in answer["messages"] if not message["inbound"] and message["status"] != "failed")
    return [str(message["body"]) for message in sorted(office, key=lambda message: int(message["serial"]))]
