"""A whole request in one message, for every service; marks and order as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compact import compact, compact_unknown
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services

NIK, KK = "6471044506900000", "6471041203150000"
AKL = f"AKL#{NIK}#{KK}#Bima Contoh#12-11-2026#Balikpapan"
BIRTH = {
    "nik": NIK, "kk_number": KK, "child_name": "Bima Contoh", "birth_date": "2026-11-12", "birth_place": "Balikpapan",
}  # fmt: skip
CARD = {"nik": NIK, "kk_number": KK, "name": "Rina Contoh", "village": "64.71.04.1003"}
SYNC = {"nik": NIK, "kk_number": KK, "institution": "bpjs"}


def begun(text: str, channel: Channel = Channel.WHATSAPP) -> tuple[str, dict[str, Any]]:
    player = Player(channel)
    player.type(text)
    frame = player.state.stack[-1]
    return frame.flow.removeprefix("application:"), frame.answers


@pytest.mark.parametrize(
    "text",
    [
        AKL,
        f"#{AKL}",
        f"  # {AKL}",
        AKL.replace("#", " # "),
        AKL.replace("#", "*"),
        AKL.replace("#", "|"),
        AKL.replace("#", "/"),
        AKL.replace("#", ", "),
        AKL.replace("#", "\n"),
        AKL.lower(),
        AKL.replace("AKL", "Akte"),
        AKL.replace("AKL", "akta lahir"),
        AKL.replace("AKL#", "AKL "),
        AKL.replace("AKL", "AKLAHIR"),
        AKL.replace("AKL", "aktalahir"),
        AKL.replace("AKL", "min mau buat akta lahir"),
        AKL.replace("-", "/"),
        AKL.replace("#", "/").replace("-", "/"),
        AKL.replace("#", ";").replace("-", "/"),
        AKL.replace("#", " "),
        AKL.replace("#", " ").replace("12-11-2026", "12 november 2026"),
        AKL.replace("12-11-2026#Balikpapan", "Balikpapan, 12/11/2026"),
        AKL.replace("#", "/").replace("12-11-2026/Balikpapan", "Balikpapan, 12/11/2026"),
        AKL.replace("#", ", ").replace("12-11-2026, Balikpapan", "Balikpapan, 12/11/2026"),
        f"{AKL}#lebih#lagi",
        AKL.replace(NIK, "6471 0445 0690 0000"),
    ],
)
def test_marks_and_letters_are_as_people_write_them(text: str) -> None:
    assert begun(text) == ("AKL", BIRTH)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (f"#KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo#Balikpapan Tengah#Hilang", "KTP-H", CARD),
        (f"#KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo#Balikpapan Tengah#Rusak", "KTP-R", CARD),
        (f"#KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo#Balikpapan Tengah#Pemula", "KTP-BARU", CARD),
        (f"#KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo#Balikpapan Tengah#Ubah Data", "KTP-UBAH", CARD),
        (f"ktp hilang#{NIK}#{KK}#rina contoh#krang rejo#bpp tengah", "KTP-H", CARD),
        (f"KTP H#{NIK}#{KK}#Rina Contoh#Karang Rejo", "KTP-H", CARD),
        (f"KK#{NIK}#{KK}#Rina Contoh#Karang Rejo#hilang", "KK-HR", CARD | {"reason": "lost"}),
        (f"KK-HR#rusak#{NIK}#{KK}#Rina Contoh#Karang Rejo", "KK-HR", CARD | {"reason": "damaged"}),
        (f"KTP/{NIK}/{KK}/Rina Contoh/Karang Rejo/Balikpapan Tengah/Hilang", "KTP-H", CARD),
        (f"KTP, {NIK}, {KK}, Rina Contoh, Karang Rejo, hilang", "KTP-H", CARD),
        (f"KTP\n{NIK}\n{KK}\nRina Contoh\nKarang Rejo\nrusak", "KTP-R", CARD),
        (f"KTP Hilang {NIK} {KK} Rina Contoh, Karang Rejo", "KTP-H", CARD),
        (f"KTPHILANG#{NIK}#{KK}#Rina Contoh#Karang Rejo", "KTP-H", CARD),
        (f"KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo#rubah data", "KTP-UBAH", CARD),
        (f"KKHR#{NIK}#{KK}#Rina Contoh#Karang Rejo#rusak", "KK-HR", CARD | {"reason": "damaged"}),
        (f"KK/{NIK}/{KK}/Rina Contoh/Karang Rejo/hilang", "KK-HR", CARD | {"reason": "lost"}),
        (f"kk rusak/{NIK}/{KK}/Rina Contoh/Karang Rejo", "KK-HR", CARD | {"reason": "damaged"}),
        (
            f"#{NIK}#Rina Contoh#{KK}#081200000012#kk saya hilang",
            "KK-HR",
            {k: v for k, v in CARD.items() if k != "village"} | {"reason": "lost"},
        ),
        (
            f"#{NIK}#Rina Contoh#{KK}#081200000012#nik tidak ditemukan di bpjs",
            "NIK-KONSOL",
            SYNC | {"name": "Rina Contoh"},
        ),
        (f"#SINKRONISASI#{NIK}#{KK}#BPJS", "NIK-KONSOL", SYNC),
        (f"#SINKRONISASI#{NIK}#{KK}#daftar bpjs kesehatan", "NIK-KONSOL", SYNC),
        (f"NIK/{NIK}/{KK}/Rina Contoh/bpjs", "NIK-KONSOL", SYNC | {"name": "Rina Contoh"}),
        (
            "SKTT/John Doe/12/11/1980/X1234567/Amerika/Karang Rejo",
            "SKTT",
            {
                "name": "John Doe",
                "birth_date": "1980-11-12",
                "passport_number": "X1234567",
                "nationality": "Amerika",
                "village": "64.71.04.1003",
            },
        ),
        (
            f"BETUL,{NIK},Rina Contoh,nama ibu keliru, yang benar Siti",
            "BETUL",
            {"nik": NIK, "name": "Rina Contoh", "correct_text": "nama ibu keliru, yang benar Siti"},
        ),
        (
            f"BETUL#{NIK}#Rina Contoh#tgl 12/11/2020 bukan 11/12/2020",
            "BETUL",
            {"nik": NIK, "name": "Rina Contoh", "correct_text": "tgl 12/11/2020 bukan 11/12/2020"},
        ),
        (f"AKL#{NIK}#{KK}#Bima Contoh#12-11-2026#Balikpapan#Laki-laki", "AKL", BIRTH | {"sex": "male"}),
        (f"akta kematian#{NIK}#{KK}", "AKM", {"deceased_nik": NIK, "kk_number": KK}),
        (f"KTP-H#{NIK}#Rina Contoh#Karang Rejo", "KTP-H", {k: v for k, v in CARD.items() if k != "kk_number"}),
        (f"KTP-H#{NIK}#lupa#Rina Contoh#Karang Rejo", "KTP-H", CARD | {"kk_number": ""}),
    ],
)
def test_offices_teach_other_forms_too(text: str, code: str, told: dict[str, str]) -> None:
    assert begun(text) == (code, told)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"AKL#{NIK}", ["nik"]),
        ("AKL#x#y#Bima Contoh", ["child_name"]),
        (f"AKL#{NIK}##Bima Contoh#31-02-2026#", ["nik", "child_name"]),
        (f"AKL#{NIK}#-#Bima Contoh", ["nik", "child_name"]),
        ("AKL#", []),
        ("#AKL", []),
    ],
)
def test_what_is_missing_or_unclear_is_left_to_be_asked(text: str, keys: list[str]) -> None:
    assert list(begun(text)[1]) == keys


def test_a_family_that_is_not_told_apart_is_asked_and_the_answers_wait() -> None:
    player = Player()
    player.type(f"KTP#{NIK}#{KK}#Rina Contoh#Karang Rejo")
    assert player.says[-1].key == "ask-service"
    player.press("KTP-R")
    frame = player.state.stack[-1]
    assert (frame.flow, frame.answers) == ("application:KTP-R", CARD)


def test_a_request_in_words_may_bear_its_answers() -> None:
    flow, answers = begun(f"min ktp saya hilang, nama: Rina Contoh, nik {NIK}, kelurahan: Karang Rejo")
    assert (flow, answers) == ("KTP-H", {k: v for k, v in CARD.items() if k != "kk_number"} | {"for_whom": "self"})


@pytest.mark.parametrize(
    "text",
    [
        "kk, ktp hilang semua",
        f"nik {NIK}",
        f"kk, {KK}",
        f"nik/{NIK}/kk/{KK}",
        f"nik {NIK}, kk {KK}, nama rina contoh",
        f"nama rina contoh nik {NIK} kk {KK} kelurahan karang rejo",
        "akta / ktp",
        "KTP/KK/akta",
        "saya mau urus kk",
    ],
)
def test_words_are_not_a_compact_message(text: str) -> None:
    assert compact(text, services()) is None


@pytest.mark.parametrize(("text", "known"), [("SKCK#6471", False), ("AKL#6471", True), ("saya ke-1", True)])
def test_an_unknown_code_is_noticed(text: str, known: bool) -> None:
    assert (compact_unknown(text, services()) is None) is known


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    "form", [f"KTP-H#{NIK}#{KK}#Rina Contoh#Karang Rejo", f"KTP\n{NIK}\n{KK}\nRina Contoh\nKarang Rejo"]
)
def test_beside_the_request_that_it_is_for_its_fields_answer(form: str, channel: Channel) -> None:
    player = Player(channel)
    for said in ("ktp hilang", "1", "1", form):
        player.type(said)
    assert player.state.stack[-1].flow == "application:KTP-H" and player.state.stack[-1].answers.items() >= CARD.items()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("form", [AKL, AKL.replace("#", "/")])
def test_beside_another_request_it_is_offered_and_answers_nothing_there(form: str, channel: Channel) -> None:
    player = Player(channel)
    for said in ("ktp hilang", "1", "1", form):
        player.type(said)
    before, offer = player.state.stack
    assert before.answers.keys() == {"for_whom", "domicile"} and offer.facts["service"] == "AKL"
    player.type("1")
    assert player.state.stack[-1].flow == "application:AKL" and player.state.stack[-1].answers == BIRTH


def test_a_code_that_says_where_else_it_is_done_is_told_that() -> None:
    player = Player()
    player.type(f"SKCK#{NIK}")
    assert [say.key for say in player.says] == ["not-ours"]


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(["AKL", "KTP", "kk hilang", "SUKET", "#", "", "KTP-H "]),
    st.lists(st.sampled_from([NIK, KK, "Rina", "karang rejo", "hilang", "12-11-2026", "#", "*", ",", "\n", "/", "-"])
             | st.text(max_size=8), max_size=10),
)  # fmt: skip
def test_any_message_is_answered(code: str, parts: list[str]) -> None:
    text = code + "#".join(parts)
    assert Player().type(text) or not text.strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"AKL#647104450690000#{KK}#bima contoh#32-13-2026#balikpapan",
            "Ditanyakan lagi: NIK dan tanggal lahir (tidak ada di kalender).",
        ),
        (f"KTP-H#{NIK}#{KK}#r1na#karang rejo", "Ditanyakan lagi: nama."),
        (f"KTP-H#{NIK}#{KK}#rina contoh#karangg rejjjo", "Ditanyakan lagi: kelurahan."),
        ("ktp hilang nik 64710445069000 nama rina contoh", "KTP-el hilang. Ditanyakan lagi: NIK."),
    ],
)
def test_fields_that_are_not_understood_are_told_once(text: str, said: str) -> None:
    player = Player()
    (message,) = player.type(text)
    assert said in message.text
    assert "Belum jelas" not in player.type("1")[-1].text


def test_of_a_family_they_are_told_once_the_service_is_picked() -> None:
    player = Player()
    player.type("KTP#64710445069000")
    (message,) = player.press("KTP-H")
    assert message.text.startswith("Ditanyakan lagi: NIK. Untuk siapa")
