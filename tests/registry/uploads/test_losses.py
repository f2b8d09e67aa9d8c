"""What a police letter says was lost is told from who reports it, from its heading and from what it is for."""

from __future__ import annotations

import pytest

from registry.uploads.losses import losses

HEAD = ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "SURAT TANDA PENERIMAAN", "LAPORAN KEHILANGAN BARANG"]
WHO = ["Nama : RINA CONTOH", "No. KTP : 6471044506900000", "Alamat : Jl. Contoh 5"]
END = ["Surat ini dibuat untuk mengurus KTP dan KK baru", "Kepala SPKT"]


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        (["melaporkan telah KEHILANGAN surat berupa:", "1. Kartu Keluarga (KK) nomor 6471041203150000"], ("kk",)),
        (["telah hilang 1 (satu) buah KTP-el atas nama pelapor"], ("ktp",)),
        (["bahwa telah kehilangan:", "- e-KTP", "- SIM C", "- STNK"], ("ktp", "other")),
        (["telah kehilangan", "1 lembar KARTUTANDAPENDUDUK", "1 lembar KartuKeluargs"], ("ktp", "kk")),
        (["telah hilang Kutipan Akta Kelahiran anak"], ("certificate",)),
        (["telah hilang satu buah KIA"], ("kia",)),
        (["telah hilang di sekitar Pasar Contoh"], ()),
        ([], ()),
    ],
)
def test_only_what_is_reported_counts(told: list[str], lost: tuple[str, ...]) -> None:
    assert losses([*HEAD, *WHO, *told, *END]) == lost


def test_where_the_reporter_was_not_read_nothing_is_said() -> None:
    assert losses([*HEAD, "Kartu Keluarga (KK)"]) == ()


def test_a_card_reports_nothing() -> None:
    assert losses(["NIK : 6471044506900000", "Nama : RINA CONTOH", "Berlaku Hingga : SEUMUR HIDUP"]) == ()
