"""What short questions are about: where, why, whether it is safe, and what is often asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.meaning.asked import topic_of
from bot.meaning.topics import Topic

T = Topic


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
        ("no, I have no smartphone", None),
        ("nikah siri", None),
        ("pindah dari luar kota bisa?", None),
        ("anak saya mau ambil ktp", None),
    ],
)
def test_what_is_often_asked_is_heard_where_it_is_asked(text: str, topic: Topic | None) -> None:
    assert topic_of(text) is topic


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_has_a_topic_or_none(text: str) -> None:
    assert topic_of(text) in (None, *Topic)
