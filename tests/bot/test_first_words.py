"""What the first words tell beside the wish: the place, the town of the family card, the parts that want nothing."""

from __future__ import annotations

import pytest

from bot.flows.application import NAME
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (
            "ktp sy ilang, aku kerja di bpn tp kk ku msh surabaya",
            "KTP-H",
            {"for_whom": "self", "domicile": "elsewhere"},
        ),
        ("I lost my ID card, my KTP is from Surabaya", "KTP-H", {"domicile": "elsewhere"}),
        ("sy mw pindah dari kel prapatan ke samarinda", "PINDAH", {"new_town": "Samarinda"}),
        ("akta anak, namanya Bima Contoh, lahir tgl 12 kmrn", "AKL", {"child_name": "Bima Contoh"}),
        ("bapak sy meninggal kemarin", "AKM", {"reporter": "family"}),
        ("br pindah dr jakarta, udah ada SKPWNI", "DATANG", {"moving_letter": "have", "origin": "Jakarta"}),
        ("need a birth cert, her name is Siti Contoh, born in Balikpapan", "AKL", {"birth_place": "Balikpapan"}),
        ("pen misah kk dari ortu sy udh nikah", "KK-PISAH", {"split": "married"}),
        ("ubah status kawin di ktp sama kk", "KK-UBAH", {"change": "data"}),
        ("eh gajadi, yg kia aja dulu buat adeknya", "KIA-BARU", {}),
        (
            "saya rina contoh nik 6471044506900000 kk saya hilang",
            "KK-HR",
            {"reason": "lost", "nik": "6471044506900000"},
        ),
        ("Rina Contoh, 6471044506900000, 6471041203150000, KTP rusak", "KTP-R", {"kk_number": "6471041203150000"}),
        ("mau bikin ktp baru anak sy udah 17, udah rekam", "KTP-BARU", {"for_whom": "same_kk", "enrolled": "yes"}),
        ("anak sy sudah 17 tahun mau bikin ktp", "KTP-BARU", {"for_whom": "same_kk"}),
        ("mau urus ktp hilang punya teman sy", "KTP-H", {"for_whom": "other"}),
        ("ktp pertama tetangga saya sudah rekam", "KTP-BARU", {"for_whom": "other"}),
        ("janda mati mau ubah ktp", "KTP-UBAH", {}),
        ("nik saya 6471044506900000 ga kedaftar di bpjs", "NIK-KONSOL", {"nik": "6471044506900000"}),
    ],
)
def test_they_are_read(text: str, code: str, told: dict[str, str]) -> None:
    player = Player()
    if code == "KIA-BARU":
        player.type("ktp baru sudah rekam")
    player.type(text)
    assert player.state.stack[-1].flow == NAME + code
    assert player.state.stack[-1].answers.items() >= told.items()


def test_several_papers_of_a_birth_are_one_request() -> None:
    player = Player()
    player.type("anak sy br lahir, namanya Bima Contoh, laki2, mau bikin akta sama kk sama kia sekalian")
    assert player.state.stack[-1].flow == NAME + "AKL-3IN1"
    assert player.state.stack[-1].answers.items() >= {"child_name": "Bima Contoh", "sex": "male"}.items()
