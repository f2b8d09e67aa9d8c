"""Words that were taken for an answer, and are a question, a wish of their own, or about somebody else."""

from __future__ import annotations

import pytest

from bot.flow import Answer as Said
from bot.flows.names import bare_name, read_name
from bot.meaning.asked import topic_of, topics_of
from bot.meaning.topics import Topic
from bot.says import AskAgain
from registry.models import Channel
from tests.bot.player import Player
from tests.bot.test_no_answer import talk

MOVE = "application:PINDAH"
DEATH = "application:AKM"


@pytest.mark.parametrize(
    "text",
    ["sakit jantung", "kena stroke", "kecelakaan", "karena kanker", "heart attack", "masih berduka", "gering"],
)
def test_what_somebody_died_of_is_no_name(text: str) -> None:
    with pytest.raises(AskAgain) as again:
        read_name(talk().talk_about("application:KK-HR", {}), Said(text))
    assert again.value.say.key in ("name-expected", "name-sure")


@pytest.mark.parametrize("text", ["nama saya Agus", "jenengku Agus", "ngaran ulun Agus", "kula Agus", "I am Agus"])
def test_who_says_their_name_is_called_by_it(text: str) -> None:
    assert bare_name(text) == "Agus"


@pytest.mark.parametrize("text", ["namaku salah", "nama saya keliru", "ubah nama saya"])
def test_of_a_death_the_writer_speaks_of_the_own_name(text: str) -> None:
    player = Player()
    for said in ("bapak saya meninggal", "ada", "anaknya", "Suparman", text):
        player.type(said)
    assert [say.key for say in player.says][0] == "change-later"
    assert "deceased_name" in player.state.stack[-1].answers


@pytest.mark.parametrize("text", ["semua", "kami semua", "sekeluarga 4 org", "kabeh", "the whole family", "all of us"])
def test_who_moves_with_all_the_family_is_asked_neither_for_whom_nor_how_many(text: str) -> None:
    player = Player()
    player.type("pindah ke samarinda")
    player.type(text)
    top = player.state.stack[-1]
    assert (top.flow, top.answers["movers"], top.answers["for_whom"]) == (MOVE, "family", "self")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("pindah rumah ke bogor sekeluarga 4 orang", "self"),
        ("my whole family is moving to bogor", "self"),
        ("tetangga saya mau pindah sekeluarga ke bogor", "other"),
    ],
)
def test_the_first_words_tell_that_a_whole_family_moves(text: str, whom: str) -> None:
    player = Player()
    player.type(text)
    assert player.state.stack[-1].answers == {"movers": "family", "for_whom": whom}


@pytest.mark.parametrize("text", ["bayar ora?", "kartu ku bisa dipake pinjol gak", "gratis ga", "ribet ndak ya"])
def test_a_question_at_the_notice_is_no_refusal(text: str) -> None:
    player = Player()
    player.begin("welcome")
    player.type(text)
    assert "other-ways" not in [say.key for say in player.says] and player.state.waiting


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("berapa ongkosnya", Topic.COST),
        ("knp hrs nik", Topic.WHY_DATA),
        ("brp usianya yg boleh", Topic.AGE),
        ("umur sy 16 blm 17 mau ktp bisa?", Topic.AGE),
        ("what is the minimum age?", Topic.AGE),
        ("bisa kah ulun yg urus", Topic.PROXY),
        ("mau bikin ktp umur 17", None),
        ("bikin kia anak umur 5 tahun", None),
    ],
)
def test_abbreviated_questions_are_understood(text: str, topic: Topic | None) -> None:
    assert topic_of(text) is topic


def test_two_questions_in_one_message_are_both_answered() -> None:
    assert set(topics_of("how much does it cost and is it safe")) == {Topic.COST, Topic.SAFE}
    player = Player(channel=Channel.SMS)
    player.type("syarat kk hilang dan ktp hilang")
    assert [say.key for say in player.says if say.key == "told-papers"] == ["told-papers", "told-papers"]


def test_siap_is_thanked_for_nothing() -> None:
    player = Player()
    for said in ("kk hilang", "siap"):
        player.type(said)
    assert "thanks" not in [say.key for say in player.says]


def test_who_says_that_the_photo_went_hears_that_it_did_not_come() -> None:
    player = Player()
    for said in ("kk hilang", "tidak ada", "Rina Contoh", "6471044506900000", "lupa", "karang rejo", "sdh"):
        player.type(said)
    assert player.says[0].key == "photo-not-come"


def test_how_another_request_stands_is_told_beside_a_question() -> None:
    player = Player()
    for said in ("kk hilang", "yang ktp gimana?"):
        player.type(said)
    assert "status-unsent" in [say.key for say in player.says]


def test_of_a_foundling_no_parent_is_asked_for() -> None:
    player = Player()
    for said in ("nemu bayi mau urus akta lahirnya", "bukan"):
        player.type(said)
    assert player.state.stack[-1].answers["birth_proof"] == "found"
    assert "kk_number" in player.says[-1].key
