"""At the summary, and after a request was sent: questions about it, and corrections in the citizen's own words."""

from __future__ import annotations

import pytest

from tests.bot.player import Player

DEAD, KK, SON, OTHER = "6471045503500000", "6471041203150000", "6471040101800000", "6471040101810000"


@pytest.fixture
def summary() -> Player:
    player = Player()
    for text in (f"AKM#{DEAD}#{KK}#Siti Contoh#20-11-2026#Balikpapan", "ada surat kematian", "keluarga",
                 "rahmat contoh", SON, "bawa"):  # fmt: skip
        player.type(text)
    assert player.says[-1].key == "summary"
    return player


@pytest.mark.parametrize("text", ["NIK almarhum td kebaca ga?", "nama almarhum sudah masuk blm?"])
def test_what_is_asked_about_stands_as_it_was(summary: Player, text: str) -> None:
    before = dict(summary.state.stack[-1].answers)
    summary.type(text)
    assert [say.key for say in summary.says[-2:]] == ["several-read", "send-now"]
    assert summary.state.stack[-1].answers == before


def test_who_writes_says_who_they_are(summary: Player) -> None:
    summary.type(f"bukan! meninggal di rumah, sy Rakhmat Contoh anaknya NIK {OTHER}")
    given = summary.state.stack[-1].answers
    assert (given["applicant_name"], given["applicant_nik"]) == ("Rakhmat Contoh", OTHER)
    assert (given["deceased_nik"], given["kk_number"]) == (DEAD, KK)
    assert [say.key for say in summary.says[-2:]] == ["changed", "send-now"]


def test_a_yes_where_a_fact_is_asked_is_no_bad_answer() -> None:
    player = Player()
    player.type("kk rusak")
    player.type("ya")
    assert [say.key for say in player.says[-2:]] == ["agreed", "ask-name"]


def test_a_closed_day_is_named() -> None:
    (told,) = Player().type("minggu buka ga")
    assert "kantor tutup" in told.text
    (told,) = Player().type("jam buka berapa")
    assert "tutup" not in told.text


@pytest.mark.parametrize("text", ["anak sy umur 17 bln depan, bisa bikin ktp skrg?", "bulan depan 17 boleh rekam ga"])
def test_who_is_soon_of_age_hears_when(text: str) -> None:
    player = Player()
    player.type(text)
    assert player.says[0].key == "told-age-soon"


def test_not_that_one_but_this(summary: Player) -> None:
    summary.type("bukan nama almarhum itu, Sitti Contoh")
    assert summary.state.stack[-1].answers["deceased_name"] == "Sitti Contoh"
