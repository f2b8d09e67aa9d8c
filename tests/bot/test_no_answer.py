"""A sigh, a wish to stop or something else said in the place of a name or a place is none; and real names are names."""

from __future__ import annotations

import pytest

from bot.flow import Answer
from bot.flows.names import bare_name, read_name
from bot.meaning.no_answer import Instead, said_instead
from bot.says import AskAgain
from bot.turn import Turn
from tests.bot.people import ASKED_ABOUT, names
from tests.bot.player import Player
from tests.bot.test_readers import refusal

GIVEN_UP = ("batal saja deh", "batalkan aja lah pusing", "ga jadi aja deh", "udah nyerah")
SIGHS = (
    "duh ribet banget ini",
    "capek deh",
    "saya males ngetik",
    "susah banget sih",
    "saya sedih sekali",
    "too difficult",
)
HURRIES = ("masih lama ya", "mau cepat selesai")
NO_NAME = (*GIVEN_UP, *SIGHS, *HURRIES, "saya wna, kitap", "suami saya saja", "anak saya sudah besar", "entahlah")
DOUBTFUL = ("kantor tutup", "lagi di jalan", "hp lowbat", "pindah ke jakarta", "besok saja")


def talk() -> Turn:
    player = Player()
    return Turn(player.context(), player.state)


def test_every_real_name_passes_and_few_are_asked_about() -> None:
    reading, asked, all_names = talk().talk_about("application:KK-HR", {}), set(), list(dict.fromkeys(names()))
    for name in all_names:
        for said in (name, name.lower(), name.upper()):
            try:
                assert bare_name(said).casefold() == read_name(reading, Answer(said)).casefold()
            except AskAgain as again:
                assert again.say.key == "name-sure", f"{said} can never be given"
                asked.add(name)
    assert len(all_names) > 400 and asked <= set(ASKED_ABOUT)


@pytest.mark.parametrize("text", NO_NAME)
def test_what_is_no_name_becomes_none(text: str) -> None:
    assert refusal("name", text).say.key == "name-expected"


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_none_is_asked_about(text: str) -> None:
    assert refusal("name", text).say.key == "name-sure"


@pytest.mark.parametrize("text", [*SIGHS, *HURRIES, *GIVEN_UP])
def test_it_is_no_place_and_no_free_text(text: str) -> None:
    assert refusal("place", text).say.key == "place-unclear"
    assert refusal("text", text).say.key == "text-expected"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        *((text, Instead.GIVES_UP) for text in GIVEN_UP),
        *((text, Instead.SIGHS) for text in SIGHS),
        *((text, Instead.HURRIES) for text in HURRIES),
        *((text, None) for text in ("batal pindah", "kk lama", "tidak", "saya", "susah sinyal di sini", "rina contoh")),
    ],
)
def test_the_whole_message_says_so(text: str, instead: Instead | None) -> None:
    assert said_instead(text) is instead


@pytest.mark.parametrize("text", SIGHS)
def test_who_sighs_is_shown_the_ways_on(text: str) -> None:
    player = Player()
    for each in ("kk hilang", "tidak ada"):
        player.type(each)
    given = player.state.stack[-1].answers
    player.type(text)
    assert [option.id for option in player.offered][:3] == ["!later", "!officer", "!cancel"]
    assert player.state.stack[-1].answers == given
    player.type("rina contoh")
    assert player.state.stack[-1].answers["name"] == "Rina Contoh"
