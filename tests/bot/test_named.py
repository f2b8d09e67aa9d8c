"""Who asks in words sees what was understood: the service at its first question, and for whom at the end."""

from __future__ import annotations

import pytest

from bot.flows.application import NAME
from bot.meaning.picks import plain
from bot.state import Frame
from bot.turn import Turn
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services, words

NIK, KK = "6471044506900000", "6471041203150000"
ASKED = [code for code, service in services().items() if service.question]


def said(player: Player, text: str) -> str:
    return "\n".join(message.text for message in player.type(text))


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("code", ASKED)
def test_every_service_is_named_when_it_is_asked_for_in_words(code: str, channel: Channel) -> None:
    """At once; where the first question bears the name, by that."""
    text = said(player := Player(channel), f"{code}#{NIK}")
    assert player.state.stack[-1].flow == NAME + code
    (begun, *_) = (say for say in player.says if say.key == f"begun-{code}")
    name = words().render(begun.key, begun.args, "id", channel)
    assert name in text if name else len(set(plain(text).split()) & set(plain(title(code)).split())) > 1


def title(code: str) -> str:
    return words().render(f"service-{code}", {}, "id", Channel.WHATSAPP)


@pytest.mark.parametrize(
    ("text", "begins"),
    [("kk saya hilang", "KK hilang. Bila PDF"), ("kk rusak kena banjir", "KK rusak. "), ("kia rusak", "KIA rusak. ")],
)
def test_what_the_words_told_is_named_with_it(text: str, begins: str) -> None:
    assert said(Player(), text).startswith(begins)


def test_who_picked_it_from_a_list_knows() -> None:
    player = Player()
    player.type("menu")
    player.press("ktp")
    (message,) = player.press("KTP-H")
    assert message.text == "Untuk siapa?"


def test_it_is_named_once() -> None:
    player = Player()
    assert said(player, "ktp saya hilang kecopetan").startswith("KTP-el hilang. ")
    assert "KTP-el hilang" not in said(player, "jam buka?") + said(player, "saya sendiri") + said(player, "kembali")


@pytest.mark.parametrize(
    ("text", "row", "by_sms"),
    [
        ("ktp istri saya hilang", "1. Untuk: anggota KK saya", "Periksa: KTP-el hilang, satu KK, Rina Contoh,"),
        ("ktp hilang", "1. Untuk: saya sendiri", "Periksa: KTP-el hilang, Rina Contoh,"),
    ],
)
def test_for_whom_stands_in_the_summary_also_when_it_was_presumed(text: str, row: str, by_sms: str) -> None:
    assert f"KTP-el hilang\n{row}\n2. Nama: Rina Contoh" in summary(text, Channel.WHATSAPP)
    assert summary(text, Channel.SMS).startswith(by_sms)


def summary(text: str, channel: Channel) -> str:
    """As it reads once everything was answered, for oneself where nothing else was said."""
    player = Player(channel)
    player.type(text)
    frame = player.state.stack[-1]
    rest = {
        "domicile": "here",
        "applicant_name": "Budi Contoh",
        "name": "Rina Contoh",
        "nik": NIK,
        "kk_number": KK,
        "village": "64.71.05.1002",
    }
    papers = {"paper:police_letter": "bring", "paper:kk": "bring"}
    turn = Turn(player.context(), player.state)
    turn.state.stack = [Frame(frame.flow, {"for_whom": "self", **frame.answers, **rest, **papers}, asked=True)]
    turn.advance()
    return player._speaker().messages(turn.says, 1)[-1].text


def test_a_wrong_presumption_is_corrected_at_the_summary_and_opens_what_it_needs() -> None:
    player = Player()
    for text in ("ktp istri saya hilang", "ya", "rina contoh", NIK, KK, "karang rejo", "budi contoh", "bawa"):
        player.type(text)
    player.type("1")
    player.type("orang lain")
    assert player.state.stack[-1].answers["for_whom"] == "other"
    assert player.says[-1].key == "ask-applicant_nik"
    player.type("6471041506500000")
    assert player.says[-1].key == "ask-paper-form"


def test_nik_saya_is_the_number_of_who_files() -> None:
    player = Player()
    for text in ("ktp tetangga saya hilang", "ya", f"nama: rina contoh\nNIK: {NIK}\nNIK saya: 6471041506500000"):
        player.type(text)
    answers = player.state.stack[-1].answers
    assert (answers["nik"], answers["applicant_nik"]) == (NIK, "6471041506500000")


def test_the_number_of_the_person_named_is_not_that_of_who_files() -> None:
    player = Player()
    for text in ("ktp tetangga saya hilang", "ya", "rina contoh", NIK, KK, "karang rejo", "budi contoh", NIK):
        player.type(text)
    assert [say.key for say in player.says] == ["nik-taken", "ask-applicant_nik"]
