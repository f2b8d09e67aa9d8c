"""A paper is told by its words, misread or not; by too few of them never."""

from __future__ import annotations

import pytest

from registry.catalogue import load
from registry.uploads.kinds import kinds
from registry.uploads.reader import expected_words

EXPECTED = {
    "police_letter": ("KEPOLISIAN", ("KEHILANGAN", "TELAH HILANG")),
    "ktp": ("NIK", "TEMPAT/TGL LAHIR", "KEL/DESA", "BERLAKU HINGGA"),
    "marriage_book": ("NIKAH",),
    "child_photo": (),
}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["KEPOLISIAN NEGARA", "LAPORAN KEHILANGAN BARANG"], ("police_letter",)),
        (["KEP0LISIANNEGARA", "LAPORAN KEHILANGAM"], ("police_letter",)),
        (["Kepolisian Sektor", "telah hilang sebuah KTP"], ("police_letter",)),
        (["LAPORAN", "KEHIL", "ANGAN", "KEPOLISIAN"], ("police_letter",)),
        (["KEPOLISIAN NEGARA REPUBLIK INDONESIA"], ()),
        (["NIK : 6471044506900000", "Tempat/Tgl Lahir", "Kel/Desa"], ("ktp",)),
        (["NIK", "Kel/Desa"], ()),
        (["KUTIPAN AKTA NIKAH", "Tempat/Tgl Lahir", "Kel/Desa"], ("marriage_book",)),  # no NIK in NIKAH
        ([], ()),
    ],
)
def test_kinds(lines: list[str], found: tuple[str, ...]) -> None:
    assert kinds(lines, EXPECTED) == found


def test_the_surest_comes_first() -> None:
    expected = {"certificate": ("AKTA",), "birth_certificate": ("AKTA KELAHIRAN", "KUTIPAN INI")}
    assert kinds(["KUTIPAN AKTA KELAHIRAN", "Kutipan ini"], expected) == ("birth_certificate", "certificate")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["SURAT KETERANGAN DOMISILI", "NIK 6471044506900000", "Alamat RT 003 RW 001", "Kel/Desa Karang Rejo"], ()),
        (["FORMULIR BIODATA", "Kepala Keluarga", "Nama Lengkap", "RT/RW"], ()),
        (["SURAT PENGANTAR", "RUKUN TETANGGA 012", "Ketua RT 012"], ("rt_letter",)),
        (["SURAT KETERANGAN", "yang bertanda tangan di bawah ini, Ketua RT. 012"], ("rt_letter",)),
        (["KARTU KELUARGA", "Nama Kepala Keluarga", "Nama Lengkap"], ("damaged_kk",)),
        (["NIK", "Tempat/Tgl Lahir", "Kewarganegaraan"], ("damaged_ktp",)),
        (["KARTU KELUARGA", "asli terlampir"], ()),
    ],
)
def test_one_word_of_a_paper_is_on_many(lines: list[str], found: tuple[str, ...]) -> None:
    wanted = ("damaged_ktp", "damaged_kk", "rt_letter")
    expected = {key: words for key, words in expected_words(load().values()).items() if key in wanted}
    assert kinds(lines, expected) == found
