"""What sounds like a service of ours and is another's begins no request; and what is ours still does."""

from __future__ import annotations

import re

import pytest

from registry.models import Channel
from tests.bot.player import Player, meaning, words

NOT_OURS = {
    "marriage_letter": [
        "surat belum menikah",
        "surat keterangan belum kawin",
        "surat pengantar nikah",
        "numpang nikah",
    ],
    "wedding": ["mau nikah", "saya mau menikah bulan depan", "mau kawin lagi", "rencana nikah tahun depan"],
    "village": ("suket domisili", "suket usaha", "suket tidak mampu", "surat keterangan domisili"),
    "marriage_office": ("buku nikah hilang",),
    "bpjs": ("pindah faskes bpjs", "ganti faskes"),
    "bank": ("pindah rekening bank", "aktivasi mbanking"),
    "election": ("pindah TPS",),
    "school": ("pindah sekolah anak",),
    "work": ("pindah kerja",),
    "religion": ("pindah agama",),
    "animal": ("surat kematian kucing", "adopsi kucing"),
    "account": ("ganti nama usaha", "ganti nama grup wa", "ganti foto profil"),
    "hospital": ("rekam medis",),
    "car": ("kia carnival", "mutasi kendaraan"),
    "move_undone": ("batal pindah", "batal pindah domisili"),
}
OURS = ("pindah domisili", "mau pindah ke surabaya karena kerja", "pindah alamat", "surat keterangan pindah",
        "suket ktp",
        "kia anak hilang", "ganti nama", "ganti foto ktp", "rekam ktp", "aktivasi ikd", "adopsi anak",
        "akta kematian bapak", "jadwal mobil keliling")  # fmt: skip


@pytest.mark.parametrize(("where", "text"), [(where, text) for where, texts in NOT_OURS.items() for text in texts])
def test_it_is_told_where_it_belongs_and_nothing_begins(where: str, text: str) -> None:
    player = Player()
    player.type(text)
    assert [say.key for say in player.says] == [f"elsewhere-{where}"]
    assert not player.state.stack


@pytest.mark.parametrize("text", OURS)
def test_ours_is_no_one_elses(text: str) -> None:
    assert meaning()(text).elsewhere is None


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("where", NOT_OURS)
def test_what_it_says_to_type_is_understood(where: str, language: str) -> None:
    """UBAH KK, PINDAH ALAMAT, MENU: the words in capitals lead somewhere."""
    said = words().render(f"elsewhere-{where}", {}, language, Channel.WHATSAPP)
    for typed in re.findall(r"(?:[Kk]etik|[Tt]ype) ([A-Z]+(?: [A-Z]+)*)", said):
        player = Player()
        player.type("ktp hilang")
        player.type("menu")
        player.type(typed.lower())
        keys = {say.key for say in player.says}
        assert not any("not-understood" in key or "which-three" in key for key in keys), typed
