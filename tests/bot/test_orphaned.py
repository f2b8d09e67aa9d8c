"""A child both of whose parents have died is brought by a guardian, wherever that is told."""

from __future__ import annotations

import pytest

from bot.meaning.whose import both_died
from tests.bot.player import Player

NIK = "6471044506900000"
TOLD = [
    "ortunya meninggal dua2nya kecelakaan",
    "bapak ibunya sdh meninggal dua duanya",
    "bapak sama ibunya sudah meninggal",
    "anaknya yatim piatu",
    "kedua orang tuanya sudah tiada",
    "both her parents died",
]


@pytest.mark.parametrize("text", TOLD)
def test_it_is_understood(text: str) -> None:
    assert both_died(text)


@pytest.mark.parametrize(
    "text",
    [
        "bapaknya meninggal, ibunya masih ada",
        "orang tuanya masih hidup",
        "ibu saya meninggal",
        "ortunya di arab jd tki",
    ],
)
def test_one_who_lives_gives_the_authority(text: str) -> None:
    assert not both_died(text)


@pytest.mark.parametrize("wish", ["akta lahir", "3 in 1", "kia baru"])
@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("text", ["3. ortunya meninggal dua2nya", "yg ttd siapa kan ortunya meninggal semua"])
def test_no_authority_is_asked_of_the_dead(wish: str, at: int, text: str) -> None:
    player = Player()
    answers = ("bukan", "ada", "punya", NIK) if wish != "kia baru" else ("bukan", "Bima Contoh", "5-5-2020", NIK)
    for each in (wish, *answers[:at], text):
        player.type(each)
    assert [say.key for say in player.says[:2]] == ["condolences", "guardian-asks"]
    frame = player.state.stack[-1]
    assert (frame.answers["parent"], frame.answers["parents"]) == ("no", "died")
    assert "authority_letter" not in str(player.says[-1])


def test_the_first_message_may_tell_it() -> None:
    player = Player()
    player.type("anak yatim piatu mau bikin akta lahir, saya neneknya")
    assert player.state.stack[-1].answers["parents"] == "died"
