"""Which service a free message names, and whether it asks for it or asks about it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bot.meaning.intents import Label
from bot.meaning.learning import UTTERANCES, examples
from bot.meaning.understanding import ALSO, GROUPS
from tests.bot.player import Player, meaning, services

SAID: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("wishes.toml").read_text("utf-8"))
ANSWERED = {
    "kk saya hilang": {"reason": "lost"},
    "kk sobek": {"reason": "damaged"},
    "mau nambah bayi di kk": {"change": "added"},
    "akta lahir hilang": {"reason": "lost", "which_certificate": "birth"},
    "akta nikah kami rusak": {"reason": "damaged", "which_certificate": "marriage"},
    "kia anak saya hilang": {"reason": "lost"},
    "sdh rekam ktp tapi ktp blm jadi": {"enrolled": "yes"},
    "kami baru nikah mau bikin kk": {"new_family": "married"},
    "akta lahir salah nama": {"which_certificate": "birth", "mistake": "name"},
}
ASKED = [
    ("syarat kk apa", "requirements", None),
    ("syarat pisah kk apa aja", "requirements", "KK-PISAH"),
    ("brp lama ktp", "duration", None),
    ("brp lama bikin akta lahir", "duration", "AKL"),
    ("bikin kia bayar ga", "cost", "KIA-BARU"),
    ("akta kematian gratis?", "cost", "AKM"),
    ("ktp hilang lapor kemana", "place", "KTP-H"),
    ("boleh ga ganti foto ktp", "requirements", "KTP-FOTO"),
    ("umur 17 bisa pisah kk gak", "requirements", "KK-PISAH"),
    ("jam buka", "hours", None),
    ("dimana kantornya", "place", None),
    ("what are the requirements for a child card", "requirements", "KIA-BARU"),
]
NO_REQUEST = {
    "status",
    "delivery",
    "complaint",
    "greet",
    "thanks",
    "cancel",
    "help",
    "human",
    "other",
    "verify",
    "van_schedule",
}


@pytest.mark.parametrize("code", SAID)
def test_the_words_name_the_service(code: str) -> None:
    found = {text: [each.code for each in meaning()(text).services] for text in SAID[code]}
    assert found == {text: [code] for text in SAID[code]}


@pytest.mark.parametrize("code", [code for code in SAID if services()[code].group != "nik"])
def test_it_is_a_request_for_it(code: str) -> None:
    assert [text for text in SAID[code] if not meaning()(text).wanted] == []


def test_every_service_can_be_asked_for() -> None:
    assert set(SAID) == set(services()) and all(len(messages) >= 4 for messages in SAID.values())


@pytest.mark.parametrize(("text", "answers"), ANSWERED.items())
def test_what_the_words_answer_is_not_asked(text: str, answers: dict[str, str]) -> None:
    (service,) = meaning()(text).services
    assert service.answers == answers


@pytest.mark.parametrize(("text", "asks", "code"), ASKED)
def test_a_question_begins_nothing(text: str, asks: str, code: str | None) -> None:
    found = meaning()(text)
    assert (found.asks, [each.code for each in found.services][:1], found.wanted) == (
        asks,
        [code] if code else [],
        False,
    )


def test_what_means_something_else_begins_nothing() -> None:
    rows = [text for text, label in examples(UTTERANCES) if label in NO_REQUEST]
    assert len(rows) > 300 and [text for text in rows if meaning()(text).wanted] == []


@pytest.mark.parametrize("text", ["petugas minta 200rb", "diminta uang buat ktp", "ada calo di depan", "lapor pungli"])
def test_who_was_asked_for_money_complains(text: str) -> None:
    assert meaning()(text).label is Label.COMPLAINT


@pytest.mark.parametrize("text", ["diminta kode otp ikd", "disuruh instal apk ikd", "ada yg telp suruh aktivasi ikd"])
def test_who_is_after_a_code_is_a_fraud(text: str) -> None:
    assert meaning()(text).fraud


@pytest.mark.parametrize("text", ["urus kk", "kk", "mau urus ktp"])
def test_a_document_alone_leads_to_its_list(text: str) -> None:
    found = meaning()(text)
    assert found.wanted and found.services == () and found.group in ("kk", "ktp")


def test_the_lists_are_those_of_the_catalogue() -> None:
    groups = {group for each in (*GROUPS.values(), *ALSO.values()) for group in each}
    assert groups == {service.group for service in services().values()}


@pytest.mark.parametrize(
    "text",
    [
        "bisa ganti nama anaknya gak? salah tulis",
        "mau ganti nama anak karena salah huruf",
        "nama di akta mau diubah, salah ketik",
        "can i change my child's name, it is spelled wrong",
        "ganti nama anak typo",
    ],
)
def test_a_wrong_letter_is_no_new_name_before_it_was_asked(text: str) -> None:
    player = Player()
    player.type(text)
    assert {option.id for option in player.offered} == {"service:BETUL", "service:NAMA", "!menu"}


def test_what_was_told_with_the_request_is_not_asked_again_once_it_is_clear_which_is_meant() -> None:
    player = Player()
    player.type("mau ganti nama karena salah huruf\nnama: rina contoh\nnik: 6471044506900000")
    (message,) = player.press("service:NAMA")
    assert message.text.startswith("Nama: Rina Contoh, NIK: ...0000. ")
    answers = player.state.stack[-1].answers
    assert (answers["name"], answers["nik"]) == ("Rina Contoh", "6471044506900000")


def test_a_number_is_no_village_and_is_not_read_back() -> None:
    player = Player()
    for text in ("kk rusak", "rina contoh", "6471044506900000", "lupa"):
        player.type(text)
    (message,) = player.type("6471041203150000")
    assert message.text == "Tulis nama kelurahan atau desanya."
