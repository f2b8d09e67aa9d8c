"""Typed text where a button stood."""

from __future__ import annotations

import pytest

from bot.flows.activation import TELEPHONE
from bot.flows.application import SUMMARY
from bot.flows.handover import METHODS
from bot.meaning.picks import begun_with, pick, plain
from bot.says import Option
from registry.models import Channel
from tests.bot.player import words

AGES = tuple(Option(each, f"option-couple_age-{each}") for each in ("adult", "under_21", "under_19"))
HAVE = tuple(Option(key, f"option-still_have-{key}") for key in ("have", "none", "unsure"))
PROOF = tuple(Option(key, f"option-marriage_proof-{key}") for key in ("have", "none"))
PROOF = tuple(Option(key, f"option-marriage_proof-{key}") for key in ("have", "none"))
WHO = tuple(Option(key, f"option-for_whom-{key}") for key in ("self", "same_kk", "other"))
VILLAGES = (Option("a", "Karang Rejo", plain=True), Option("b", "Karang Jati", plain=True))


def picked(text: str, options: tuple[Option, ...], numbers: bool = True, language: str = "id") -> str | None:
    found = pick(text, options, words(), language, Channel.WHATSAPP, numbers=numbers)
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "options", "id_"),
    [
        ("Masih ada", HAVE, "have"),
        ("masih ada.", HAVE, "have"),
        ("MASIH ADA!!", HAVE, "have"),
        ("masi ada", HAVE, "have"),
        ("tidak", HAVE, "none"),
        ("ga ada", HAVE, "none"),
        ("2", HAVE, "none"),
        ("di bawah 19", AGES, "under_19"),
        ("dibawah 19", AGES, "under_19"),
        ("ada yg di bawah 21", AGES, "under_21"),
        ("21 ke atas", AGES, "adult"),
        ("gak punya", PROOF, "none"),
        ("kada ada", PROOF, "none"),
        ("punya min", PROOF, "have"),
        ("ga ada pak", HAVE, "none"),
        ("gak punya min", HAVE, "none"),
        ("masih ada dong", HAVE, "have"),
        ("nikah blm ada", PROOF, "none"),
        ("blm punya", PROOF, "none"),
        ("ga punya buku nikah", PROOF, "none"),
        ("ada kok", PROOF, "have"),
        ("YA", HAVE, "have"),
        ("buat suami saya", WHO, "same_kk"),
        ("istri saya", WHO, "same_kk"),
        ("buat saya", WHO, "self"),
        ("iya ada", HAVE, "have"),
        ("iya", PROOF, "have"),
        ("belum", PROOF, "none"),
        ("ya udah bener", SUMMARY, "send"),
        ("iya bener min", SUMMARY, "send"),
        ("bisa", TELEPHONE, "fit"),
        ("iya bisa kok", TELEPHONE, "fit"),
        ("punya hp android", TELEPHONE, "fit"),
        ("hp sy jadul", TELEPHONE, "unfit"),
        ("ga bisa", TELEPHONE, "unfit"),
        ("hp saya bukan android", TELEPHONE, "unfit"),
        ("ga tau", TELEPHONE, "unsure"),
        ("pos", METHODS, "post"),
        ("saya ambil sendiri saja", METHODS, "pickup"),
        ("ya", SUMMARY, "send"),
        ("karang jati", VILLAGES, "b"),
        ("karang jatii", VILLAGES, "b"),
    ],
)
def test_the_option_meant_is_found(text: str, options: tuple[Option, ...], id_: str) -> None:
    assert picked(text, options) == id_


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", HAVE),
        ("?!", HAVE),
        ("0", HAVE),
        ("4", HAVE),
        ("99999999999999999999", HAVE),
        ("karang", VILLAGES),
        ("bukan yang masih ada", HAVE),
        ("entah", HAVE),
        ("jangan kirim dulu", SUMMARY),
        ("jgn dikirim", SUMMARY),
        ("stop kirim pesan", SUMMARY),
        ("lewat pos atau ambil sendiri ya enaknya", METHODS),
        ("saya sudah pergi ke sana tapi belum dapat surat itu juga", HAVE),
    ],
)
def test_what_is_not_clear_is_not_guessed(text: str, options: tuple[Option, ...]) -> None:
    assert picked(text, options) is None


def test_a_number_at_a_summary_is_a_row() -> None:
    assert picked("1", SUMMARY, numbers=False) is None


def test_who_has_no_telephone_says_so_in_english() -> None:
    assert picked("no, I have no smartphone", TELEPHONE, language="en") == "unfit"
    assert picked("yes i do", TELEPHONE, language="en") == "fit"


def test_each_language_has_its_own_words() -> None:
    assert (picked("yes", SUMMARY, language="en"), picked("yes", SUMMARY, language="id")) == ("send", None)


def test_marks_and_case_do_not_count() -> None:
    assert plain("  Karang-REJO,  ya! ") == "karang rejo ya"


def begun(text: str, options: tuple[Option, ...]) -> str | None:
    found = begun_with(text, options, words(), "id", Channel.SMS, numbers=True)
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "options", "id_"),
    [
        ("1 sy sendiri", WHO, "self"),
        ("1. kk nya ada di rumah mertua", HAVE, "have"),
        ("3 dua2nya udh tua", WHO, "other"),
        ("2) gak ada lg", HAVE, "none"),
        ("orang lain. bapak saya", WHO, "other"),
        ("sy sendiri, pindah rumah dr manggar", WHO, "self"),
        ("punya tp buku nikahnya ketinggalan di kampung", PROOF, "have"),
        ("sendiri", WHO, "self"),
    ],
)
def test_an_answer_may_go_on(text: str, options: tuple[Option, ...], id_: str) -> None:
    assert begun(text, options) == id_


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("1 des", ()),
        ("1 atau 2 ya", HAVE),
        ("10 tahun", HAVE),
        ("1-2 hari", HAVE),
        ("ada, tapi salah", HAVE),
        ("saya, bukan, orang lain", WHO),
        ("ya atau tidak", PROOF),
        ("", HAVE),
    ],
)
def test_what_goes_on_otherwise_is_not_guessed(text: str, options: tuple[Option, ...]) -> None:
    assert begun(text, options) is None
