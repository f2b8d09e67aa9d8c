"""Short questions: what they ask about, what is answered, and that the open question is not touched."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.digressions import digression
from bot.meaning.asked import topic_of
from bot.meaning.topics import Topic
from bot.turn import Turn
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services, words

T = Topic
NIK = "6471044506900000"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("berapa ongkirnya?", T.POSTAGE),
        ("ongkir brp", T.POSTAGE),
        ("biaya kirim berapa min", T.POSTAGE),
        ("kirimnya bayar?", T.POSTAGE),
        ("postage?", T.POSTAGE),
        ("jam buka?", T.HOURS),
        ("jam pelayanan", T.HOURS),
        ("hari ini buka ga", T.HOURS),
        ("sabtu buka min?", T.HOURS),
        ("buka jam berapa", T.HOURS),
        ("opening hours", T.HOURS),
        ("what time do you open", T.HOURS),
        ("are you open today", T.HOURS),
        ("kantornya dimana", T.PLACE),
        ("alamat kantor dmn ya", T.PLACE),
        ("di mana kantornya", T.PLACE),
        ("where is the office", T.PLACE),
        ("where are you", T.PLACE),
        ("is there a fee", T.COST),
        ("do i have to pay", T.COST),
        ("how many days", T.DURATION),
        ("when will it be ready", T.DURATION),
        ("how much is postage", T.POSTAGE),
        ("what should i bring", T.REQUIREMENTS),
        ("which papers", T.REQUIREMENTS),
        ("are you open on saturdays", T.HOURS),
        ("syarat kk apa", T.REQUIREMENTS),
        ("ktp hilang butuh apa saja", T.REQUIREMENTS),
        ("syaratnya apa aja min", T.REQUIREMENTS),
        ("perlu bawa apa saja", T.REQUIREMENTS),
        ("dokumennya apa saja ya", T.REQUIREMENTS),
        ("handak maulah akta anak, apa syaratnya", T.REQUIREMENTS),
        ("what documents do i need", T.REQUIREMENTS),
        ("berapa lama", T.DURATION),
        ("brp hari jadi", T.DURATION),
        ("prosesnya lama ga", T.DURATION),
        ("how long does it take", T.DURATION),
        ("perlu surat pengantar rt?", T.RT_LETTER),
        ("perlu pengantar rt ga", T.RT_LETTER),
        ("harus pakai surat dari RT?", T.RT_LETTER),
        ("apa masih harus pengantar rt utk urus kk", T.RT_LETTER),
        ("gratis ga min", T.COST),
        ("bayar berapa", T.COST),
        ("semua gratis ya?", T.COST),
        ("ada biaya?", T.COST),
        ("is it free?", T.COST),
        ("bisa diwakilkan?", T.PROXY),
        ("boleh orang lain yang urus?", T.PROXY),
        ("harus datang sendiri?", T.PROXY),
        ("bisa suami saya yang urus?", T.PROXY),
        ("suami saya yang urus bisa?", T.PROXY),
        ("bisa diurus istri?", T.PROXY),
        ("istri saya boleh ambil?", T.COLLECT),
        ("can my husband do it?", T.PROXY),
        ("is it ok if my mother comes", T.PROXY),
        ("my husband died", None),
        ("can my child get a kia", None),
        ("suami saya hilang", None),
        ("surat polisi bikin dimana", T.POLICE),
        ("harus ke polsek atau polres", T.POLICE),
        ("where do i get the police letter", T.POLICE),
        ("harus asli atau boleh fotokopi", T.ORIGINAL),
        ("fotocopy boleh?", T.ORIGINAL),
        ("kenapa harus nik", T.WHY_DATA),
        ("kok minta foto ktp", T.WHY_DATA),
        ("nik nya dipakai untuk apa", T.WHY_DATA),
        ("apa aman", T.SAFE),
        ("data saya ga disalahgunakan kan", T.SAFE),
        ("data saya dihapus kapan", T.SAFE),
        ("nomor ini asli ga", T.GENUINE),
        ("ini beneran dukcapil?", T.GENUINE),
        ("nomor telpon kantor", T.PHONE),
        ("no hp dukcapil brp", T.PHONE),
        ("cek keaslian akta saya gimana", T.VERIFY),
        ("kk asli apa palsu ceknya gimana", T.VERIFY),
        ("bisa cetak ktp sendiri di rumah ga", T.SELF_PRINT),
        ("aman contoh", None),
        ("nomor hp saya ganti", None),
        ("kk asli hilang", None),
        ("sudah lapor polisi kemarin", None),
        ("data saya bocor", None),
        ("kenapa ktp saya belum jadi", None),
        ("telat lapor kena denda?", T.LATE),
        ("terlambat perlu sidang?", T.LATE),
        ("FORMAT KTP", T.FORMAT),
        ("kk saya hilang", None),
        ("rina contoh", None),
        ("karang rejo", None),
        ("6471044506900000", None),
        ("untuk orang lain", None),
        ("jl contoh 5 rt 2 rw 3", None),
        ("mobil keliling jam berapa", None),
        ("ktp saya kapan jadi", None),
        ("", None),
        ("saya mau cerita panjang tentang syarat yang dulu pernah saya dengar dari tetangga saya di kampung", None),
    ],
)
def test_what_a_short_question_is_about(text: str, topic: Topic | None) -> None:
    assert topic_of(text) == topic


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


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_has_a_topic_or_none(text: str) -> None:
    assert topic_of(text) in (None, *Topic)


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


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("nikah siri bisa bikin akta nikah ga?", Topic.UNWED),
        ("saya muslim mau nikah, daftarnya dimana", Topic.WEDDING),
        ("ktp sy mati 2017 perlu diganti ga", Topic.VALIDITY),
        ("kk print sendiri sah ga", Topic.SELF_PRINT),
        ("foto ktp harus 4x6 ya", Topic.PORTRAIT),
        ("istri saya yg ambil ktp boleh ga", Topic.COLLECT),
        ("ktp luar kota bisa rekam di sini ga", Topic.ELSEWHERE),
        ("akta anak saya umur 5 tahun masih bisa ga", Topic.LATE),
        ("ktp saya diambil orang lain gimana", None),
        ("nikah siri", None),
        ("pindah dari luar kota bisa?", None),
        ("anak saya mau ambil ktp", None),
    ],
)
def test_what_is_often_asked_is_heard_where_it_is_asked(text: str, topic: Topic | None) -> None:
    assert topic_of(text) is topic


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
    assert [say.key for say in player.says][0] == "question-for-officer"
    assert player.state.stack[-1].answers == before


@pytest.mark.parametrize("text", ["bisa ga", "perlu materai tidak?", "nomor ini asli ga"])
def test_the_ga_of_a_question_says_no_to_nothing(text: str) -> None:
    player = Player()
    player.type("kk hilang")
    player.type(text)
    assert "still_have" not in player.state.stack[-1].answers
