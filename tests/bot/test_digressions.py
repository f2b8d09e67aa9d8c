"""Short questions: what they ask about, what is answered, and that the open question is not touched."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answering.digressions import digression
from bot.meaning.topics import Topic
from bot.turn import Turn
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services, words

T = Topic
NIK = "6471044506900000"


def told(topic: Topic, code: str | None = None, channel: Channel = Channel.WHATSAPP, **answers: Any) -> str:
    player = Player(channel)
    talk = Turn(player.context(), player.state).talk_about(f"application:{code}" if code else "menu", answers)
    say = digression(topic, talk, services(), code)
    return words().render(say.key, say.args, "id", channel) if say else ""


def test_papers_come_from_the_catalogue_with_their_conditions() -> None:
    always, perhaps = told(T.REQUIREMENTS, "KTP-H").split(" Bila perlu: ")
    assert always == "KTP-el hilang. Surat asli: surat hilang dari polisi dan KK."
    assert perhaps == "surat kuasa F-1.07 (untuk orang lain)."
    lost_or_damaged = told(T.REQUIREMENTS, "KK-HR")
    assert "- surat hilang dari polisi (hilang)\n- KK yang rusak (rusak)\n- ITAS/KITAP (ada WNA)" in lost_or_damaged


def test_what_was_answered_decides_which_papers() -> None:
    said = told(T.REQUIREMENTS, "KK-HR", reason="damaged")
    always, perhaps = said.split(" Bila perlu: ")
    assert always == "KK hilang atau rusak. Surat asli: KK yang rusak dan KTP-el."
    assert perhaps == "ITAS/KITAP (ada WNA) dan surat kuasa F-1.07 (untuk orang lain)."
    child = told(T.REQUIREMENTS, "KIA-BARU", birth_date="2025-01-01", for_whom="self")
    assert "pas foto" not in child and "pas foto" in told(T.REQUIREMENTS, "KIA-BARU", birth_date="2018-01-01")


def test_by_sms_the_form_is_taught() -> None:
    said = told(T.REQUIREMENTS, "KTP-H", Channel.SMS)
    assert said.endswith("Format: KTP-H#NIK#No. KK#Nama#Kelurahan.")
    assert told(T.FORMAT, "AKL").endswith("AKL#NIK#No. KK#Nama anak#Tanggal lahir#Tempat lahir.")


def test_the_forms_of_a_family_are_taught_together() -> None:
    (message,) = Player(Channel.SMS).type("format ktp")
    assert "KTP-H" in message.text and "KODE#NIK#No. KK#Nama#Kelurahan" in message.text


@pytest.mark.parametrize("code", ["IKD", "REKAM"])
def test_what_needs_presence_says_where(code: str) -> None:
    assert "Jl. Contoh 1" in told(T.REQUIREMENTS, code)


def test_no_letter_of_the_rt_but_for_a_first_record() -> None:
    assert told(T.RT_LETTER, "KK-HR") == "Tidak perlu surat pengantar RT/RW."
    assert told(T.RT_LETTER) == "Tidak perlu surat pengantar RT/RW. Kecuali NIK dan biodata baru."
    assert "perlu surat pengantar RT/RW asli" in told(T.RT_LETTER, "BIO")


FOLKLORE = ("perlu sidang", "penetapan pengadilan", "14 hari kerja", "foto 4x6", "Rp50", "diperpanjang")


@pytest.mark.parametrize("topic", list(Topic))
def test_folklore_stays_out(topic: Topic) -> None:
    for code in (None, *services()):
        said = told(topic, code)
        needs_court = code and any("court" in paper.key or "missing" in paper.key for paper in services()[code].paper)
        assert needs_court or not any(wrong in said for wrong in FOLKLORE)


def at_the_nik(channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel)
    for text in ("kk rusak", "rina contoh"):
        player.type(text)
    return player


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("berapa ongkirnya?", "told-postage"),
        ("jam buka?", "told-hours"),
        ("kantornya dimana", "told-place"),
        ("syaratnya apa", "told-papers"),
        ("syarat akta lahir apa", "told-papers"),
        ("berapa lama", "told-duration"),
        ("perlu pengantar rt?", "told-no-rt-letter"),
        ("gratis?", "told-cost"),
        ("bisa diwakilkan?", "told-proxy"),
        ("telat denda?", "told-late"),
    ],
)
@pytest.mark.parametrize("channel", CHANNELS)
def test_it_is_answered_and_the_open_question_comes_back(text: str, key: str, channel: Channel) -> None:
    player = at_the_nik(channel)
    before = player.state.stack
    player.type(text)
    assert [say.key for say in player.says] == [key, "resumed", "ask-nik"]
    assert player.state.stack == before


def test_a_question_is_no_name_and_no_place() -> None:
    player = Player()
    player.type("kk rusak")
    player.type("berapa ongkirnya")
    assert (player.says[0].key, player.says[-1].key) == ("told-postage", "ask-name")


def test_a_free_text_may_speak_of_papers() -> None:
    player = Player()
    for text in ("ubah kk", "data berubah", "saya", "rina contoh", "6471044506900000", "lupa", "karang rejo"):
        player.type(text)
    player.type("syarat baru dari sekolah")
    assert player.state.stack[-1].answers["what_changes"] == "syarat baru dari sekolah"


def test_a_report_may_ask_what_it_likes() -> None:
    player = Player()
    player.type("pungli")
    player.type("petugas minta biaya, katanya gratis?")
    assert not any(say.key.startswith("told-") for say in player.says)


def test_outside_a_request_it_is_offered_to_begin() -> None:
    player = Player()
    player.type("syarat ktp hilang apa saja")
    assert [say.key for say in player.says] == ["told-papers", "which-start"]
    player.press("service:KTP-H")
    assert player.says[-1].key == "ask-for_whom"


def test_another_wish_takes_the_place_of_the_offer() -> None:
    player = Player()
    player.type("syarat ktp hilang apa saja")
    player.type("akta lahir")
    assert player.state.stack[-1].flow == "application:AKL" and len(player.state.stack) == 1


def test_a_shared_number_asks_which_office_or_hears_it() -> None:
    player = Player(office=None, shared=True)
    (which,) = player.type("jam buka?")
    assert "Tulis kabupatennya" in which.text
    (told_now,) = player.type("jam buka cilegon")
    assert "Disdukcapil Cilegon buka" in told_now.text


@pytest.mark.parametrize(("language", "asked"), [("id", "syarat kk apa"), ("en", "what do i need for a KK")])
def test_a_list_named_beside_another_request_is_told_service_by_service(language: str, asked: str) -> None:
    player = Player(language=language)
    player.type("ktp hilang")
    (message,) = player.type(asked)
    assert message.text.count("\n- ") == sum(service.group == "kk" for service in services().values())
    assert [say.key for say in player.says][-1] == "ask-for_whom"


@pytest.mark.parametrize("asked", ["syaratnya apa aja", "what do i need to bring"])
def test_with_nothing_open_it_is_asked_for_which_service(asked: str) -> None:
    (message,) = Player().type(asked)
    assert message.text == "Untuk layanan yang mana?"


@pytest.mark.parametrize("given", [(), ("!none",), ("!none", "rina contoh"), ("!none", "rina contoh", NIK, "lupa")])
@pytest.mark.parametrize("text", ["perlu materai ga", "yang tanda tangan siapa", "cara kirim fotonya gimana"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_a_question_that_nothing_answers_is_an_officers_and_no_answer(
    channel: Channel, text: str, given: tuple[str, ...]
) -> None:
    player = Player(channel)
    player.type("kk hilang")
    for each in given:
        player.press(each[1:]) if each.startswith("!") else player.type(each)
    before = player.state.stack[-1].answers
    player.type(text)
    told = player.says[0].key
    assert told == "question-for-officer" if not given else told.startswith("why-")
    assert player.state.stack[-1].answers == before


@pytest.mark.parametrize("text", ["bisa ga", "perlu materai tidak?", "nomor ini asli ga"])
def test_the_ga_of_a_question_says_no_to_nothing(text: str) -> None:
    player = Player()
    player.type("kk hilang")
    player.type(text)
    assert "still_have" not in player.state.stack[-1].answers
