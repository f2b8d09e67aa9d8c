"""What free messages are about, as people write them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.meaning.intents import Label, understand, why
from bot.meaning.learned import WEIGHTS, learned
from bot.meaning.learning import PHRASES, UTTERANCES, digest, examples
from bot.meaning.spelling import LONGEST, spelling

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("label", "messages"),
    [
        (Label.KK, ["kk sy ilang min", "mau nambah bayi di kartu kluarga", "pecah kk dr mertua gmn"]),
        (Label.KTP, ["e-ktp saya patah", "ktpnya dicopet di terminal", "anak sy br 17 th mau rekam"]),
        (Label.SUKET, ["suketnya mau ditukar", "surat pengganti ktp smntara"]),
        (Label.KIA, ["bikinin kartu anak dong", "kia si kecil hilang"]),
        (Label.AKTA_KELAHIRAN, ["bayi sy br lahir, urus akte gmn", "nama di akte kurang satu huruf"]),
        (Label.AKTA_KEMATIAN, ["bpk sy meninggal kmrn", "lapor kematian tetangga"]),
        (Label.AKTA_PERKAWINAN, ["mau catatin nikah gereja", "akta cerai saya blm diurus"]),
        (Label.PINDAH, ["mau pindah ke makassar", "skpwni dari bogor", "batal pindah"]),
        (Label.IKD, ["aktipasi ikd", "ada yg nelpon minta kode otp ikd"]),
        (Label.STATUS, ["berkas sy udh sampe mana", "kk saya sdh jadi blm"]),
        (Label.DELIVERY, ["ongkirnya brp", "kurirnya blm dateng jg"]),
        (Label.VERIFY, ["legalisir akta lahir", "barcode kk ga bisa discan"]),
        (Label.VAN_SCHEDULE, ["mobil keliling bsk dimana", "bisa jemput bola ke rumah nenek?"]),
        (Label.HUMAN, ["mau ngomong sm petugas", "sambungin ke admin dong"]),
        (Label.COMPLAINT, ["petugas minta 200rb", "pelayanannya lelet bgt kecewa"]),
        (Label.GREET, ["p", "ping", "met pagi min", "assalamu'alaikum"]),
        (Label.THANKS, ["makasihhh", "matur nuwun sanget", "sip, trims"]),
        (Label.CANCEL, ["ga jadi deh", "hapus data saya"]),
        (Label.HELP, ["jam brp buka", "caranya gmn sih", "?"]),
        (Label.OTHER, ["perpanjang sim", "nik tdk ditemukan di bpjs", "wkwkwk", ""]),
    ],
)
def test_the_label_of_a_message(label: Label, messages: list[str]) -> None:
    assert {text: understand(text).label for text in messages} == dict.fromkeys(messages, label)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("gmn cara ngurus akte lair", "bagaimana cara mengurus akta lahir"),
        ("handak maulah akta, kayapa", "mau membuat akta bagaimana"),
        ("ktp kula ical, pripun", "ktp saya hilang bagaimana"),
        ("hoyong ngadamel kartu anak", "mau membuat kia"),
        ("akta klahiran anak", "akta lahir anak"),
        ("I lost my family card", "saya hilang saya kk"),
        ("KARTU KELUARGAAAA", "kk"),
        ("nik 6471044506900000", "nik 16angka"),
        ("Assalamu'alaikum wr wb, min kk sy ilang", "kk saya hilang"),
        ("pagi min", "pagi min"),
        ("formulir F-2.01", "formulir f201"),
    ],
)
def test_words_are_told_as_they_are_meant(said: str, meant: str) -> None:
    assert " ".join(spelling().words(said)) == meant


@pytest.mark.parametrize(
    ("wrong", "right"), [("kelahrian", "lahir"), ("keliing", "keliling"), ("samarimda", "samarinda")]
)
def test_a_typing_error_is_mended(wrong: str, right: str) -> None:
    assert right in understand(f"info {wrong}").words or understand(wrong).label is understand(right).label


def test_what_was_learned_from_is_remembered() -> None:
    rows = examples(UTTERANCES)
    wrong = [(text, label) for text, label in rows if understand(text).label != label]
    assert len(wrong) <= len(rows) * 0.03


def test_every_label_has_been_learned() -> None:
    assert set(learned().labels) == {label for _, label in examples(UTTERANCES) + examples(PHRASES)} == set(Label)


def test_the_weights_are_those_of_the_examples() -> None:
    """When this fails: `make words`."""
    assert WEIGHTS.read_text("utf-8").splitlines()[0] == f"# learned from {digest()}"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=3 * LONGEST))
def test_no_text_is_too_strange(text: str) -> None:
    found = understand(text)
    assert found.label in Label and len(found.words) <= 2 * LONGEST


def test_of_a_long_message_the_beginning_counts() -> None:
    assert understand("kk hilang " * 10_000) == understand(("kk hilang " * 10_000)[:LONGEST])


def test_a_label_can_be_explained() -> None:
    assert why("kk saya hilang").startswith("kk\t") and "hilang" in why("kk saya hilang")


def test_it_reads_messages_one_a_line_without_settings() -> None:
    said = "kk saya hilang\n\nmakasih\xff\r\nmau pindah".encode("latin-1")
    ran = subprocess.run(
        [sys.executable, "-m", "bot.intents"], input=said, capture_output=True, cwd=ROOT, env={}, check=True
    )
    assert ran.stdout.decode().splitlines() == ["kk", "other", "thanks", "pindah"]
