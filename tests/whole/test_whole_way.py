"""From a first message to the signed PDF in the chat, through everything that runs; and with a bad carrier."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import requests
from redis import Redis
from sqlmodel import func, select

from registry.demo.population import RINA
from registry.demo.staff import PASSWORD
from registry.issuing.verify import Verdict, check
from registry.models import Office, Outgoing
from registry.models.columns import now
from tests.conftest import VAULT_KEYS
from tests.whole.desk import Desk
from tests.whole.handset import Handset
from tests.whole.installation import Installation, running

OFFICE = "whatsapp:+628110000001"
NUMBERS = count(81200000012)
NUMBER = "812000000{:02d}"
VAULT_KEY = base64.b64encode(VAULT_KEYS.index).decode()


@pytest.fixture(scope="module")
def on_sqlite(
    sqlite_template: Path, redis_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    folder = tmp_path_factory.mktemp("whole")
    database = folder / "loket.db"
    database.write_bytes(sqlite_template.read_bytes())
    _emptied(redis_server)
    with running(folder, f"sqlite:///{database}", redis_server) as installation:
        yield installation


@pytest.fixture
def on_postgresql(postgresql_url: str, redis_server: str, tmp_path: Path) -> Iterator[Installation]:
    second = redis_server.removesuffix("/0") + "/1"
    _emptied(second)
    with running(tmp_path, postgresql_url, second) as installation:
        yield installation


def _emptied(redis_url: str) -> None:
    with Redis.from_url(redis_url) as redis:
        redis.flushdb()


@pytest.fixture
def handset(on_sqlite: Installation) -> Iterator[Handset]:
    """Somebody who has said hello."""
    handset = new_handset(on_sqlite)
    handset.say("menu")
    handset.hears("Ada yang bisa kami bantu?")
    yield handset
    faults(on_sqlite)


def new_handset(installation: Installation) -> Handset:
    return Handset(installation.twilio, f"whatsapp:+62{next(NUMBERS)}", OFFICE)


def faults(installation: Installation, **plan: Any) -> None:
    requests.post(f"{installation.twilio}/simulator/faults", json=plan, timeout=10).raise_for_status()


def test_from_the_first_message_to_the_signed_pdf(on_sqlite: Installation) -> None:
    walk_the_whole_way(on_sqlite)


def test_the_whole_way_on_postgresql(on_postgresql: Installation) -> None:
    walk_the_whole_way(on_postgresql)


def walk_the_whole_way(installation: Installation) -> None:
    handset = new_handset(installation)
    number = ask_for_a_family_card(handset)
    issue(installation)
    handset.hears("tanggal lahir R... C...?")
    handset.say("5 Juni 1990")
    pdf = handset.file(handset.hears(f"Ini KK {number}"))
    assert check(pdf, [installation.authority.root_pem]).verdict is Verdict.GENUINE
    assert check(pdf + b"\n%stamp", [installation.authority.root_pem]).verdict is not Verdict.GENUINE
    log = installation.log.read_text()
    assert RINA not in log and "Rina" not in log and '"level": "error"' not in log, log


def entries(installation: Installation) -> list[dict[str, Any]]:
    """Of all processes; what is no JSON line is the local Twilio's."""
    lines = installation.log.read_text().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def trail(installation: Installation, event_id: int) -> list[str]:
    return [entry["event"] for entry in entries(installation) if entry.get("event_id") == event_id]


def test_a_message_is_followed_by_one_id_from_its_webhook_to_the_receipt(on_sqlite: Installation) -> None:
    handset = new_handset(on_sqlite)
    handset.say("kk saya hilang")
    handset.hears("Lanjut lewat WhatsApp?")
    with on_sqlite.database.reading() as session:
        event_id = session.scalar(select(func.max(Outgoing.event_id)))
    assert event_id is not None
    eventually(lambda: {"receipt", "message_sent"} <= set(trail(on_sqlite, event_id)))  # the receipt may be quicker
    assert trail(on_sqlite, event_id)[:2] == ["message_stored", "turn_played"]


def eventually(holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        threading.Event().wait(0.05)
    assert holds()


def ask_for_a_family_card(handset: Handset) -> str:
    """The number of the case."""
    assert handset.say("assalamualaikum min kk saya hilang") == 200
    for question, answer in (
        ("Lanjut lewat WhatsApp?", "[Lanjut]"),
        ("Masih ada?", "[Tidak ada]"),
        ("Nama lengkap", "rina contoh"),
        ("NIK Anda?", "6471 0445 0690 0000"),
        ("Nomor KK?", "lupa"),
        ("Kelurahan di KK?", "karang rejo"),
        ("Sekarang foto surat hilang", "surat-hilang.jpg"),
        ("Terakhir, foto KTP-el", "ktp.jpg"),
        ("Sudah benar?", "[Kirim]"),
    ):
        handset.hears(question)
        reply(handset, answer)
    accepted = str(handset.hears("Permohonan KK diterima")["body"])
    return accepted.split("Nomor: ")[1].split(".")[0]


def reply(handset: Handset, answer: str) -> None:
    if answer.startswith("["):
        handset.press(answer[1:-1])
    elif answer.endswith(".jpg"):
        handset.send(answer)
    else:
        handset.say(answer)


def issue(installation: Installation) -> None:
    officer, head = Desk(installation.web, "petugas.bpp"), Desk(installation.web, "kepala.bpp")
    case = officer.take_next()
    officer.do(f"{case}/setujui", rest=["paper:police_letter", "paper:ktp", "register"])
    document = officer.first(r'action="(/dokumen/\d+)/contoh"', case).split("/")[-1]
    officer.do(f"/dokumen/{document}/contoh")
    assert head.do(f"/tanda-tangan/{document}", passphrase=PASSWORD).json()["stop"] is False


def noon(installation: Installation) -> None:
    """The offices stand where it is day: a template that may wait does not go at night."""
    ahead = 12 - now().hour
    with installation.database.writing() as session:
        for office in session.exec(select(Office)):
            office.timezone = f"Etc/GMT{-ahead:+d}"


def test_after_a_day_a_template_goes_and_the_question_waits(on_sqlite: Installation) -> None:
    """The carrier's own clock says that the 24 hours are over; its receipt may be quicker than its answer."""
    handset, officer = new_handset(on_sqlite), Desk(on_sqlite.web, "petugas.bpp")
    number = ask_for_a_family_card(handset)
    case = officer.take_next()
    noon(on_sqlite)
    handset.falls_silent()
    officer.do(f"{case}/surat/ktp/minta-lagi", reason="tepinya terpotong")
    handset.hears(f"petugas memeriksa {number}, surat ini perlu diganti: KTP-el")
    assert officer.reads("ditahan sampai warga menjawab", case) and officer.reads("Pemberitahuan di luar 24 jam", case)
    handset.press("Lihat")
    handset.hears(f"Petugas sudah memeriksa {number}. Satu surat perlu diganti")
    handset.press("Kirim foto lagi")
    handset.hears("Silakan kirim foto KTP-el")


def test_what_the_carrier_would_not_take_goes_later_and_once(on_sqlite: Installation, handset: Handset) -> None:
    faults(on_sqlite, calls=[{"kind": "refuse", "code": 20503, "next": 1}])
    assert handset.say("bantuan") == 200
    handset.say("status")
    handset.hears("Belum ada permohonan")
    assert handset.times_heard("Ketik KEMBALI, BATAL") == 1


def test_an_answer_that_was_lost_is_not_said_twice(on_sqlite: Installation, handset: Handset) -> None:
    faults(on_sqlite, calls=[{"kind": "timeout", "seconds": 0.5, "next": 1}])
    handset.say("bantuan")
    handset.say("status")
    handset.hears("Belum ada permohonan")
    assert handset.times_heard("Ketik KEMBALI, BATAL") == 1


def test_webhooks_and_receipts_that_come_twice_change_nothing(on_sqlite: Installation, handset: Handset) -> None:
    faults(on_sqlite, webhooks={"duplicate": 1}, receipts={"duplicate": 1, "reorder": 0.5})
    handset.say("bantuan")
    handset.say("status")
    handset.hears("Belum ada permohonan")
    assert handset.times_heard("Ketik KEMBALI, BATAL") == 1


def test_no_line_of_any_process_tells_who_wrote_or_what(on_sqlite: Installation) -> None:
    handset = new_handset(on_sqlite)
    ask_for_a_family_card(handset)
    log = on_sqlite.log.read_text()
    told = (RINA, "64710445", "Rina", "rina", "Karang", "karang", "hilang", "surat-hilang", PASSWORD, VAULT_KEY)
    numbers = [NUMBER.format(number) for number in range(12, next(NUMBERS) - 81200000000)]
    assert [word for word in (*told, *numbers) if word in log] == []
    assert any(entry["event"] == "turn_played" for entry in entries(on_sqlite))
