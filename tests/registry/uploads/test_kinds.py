"""A paper is told by its words, misread or not; by too few of them never."""

from __future__ import annotations

import pytest

from registry.uploads.kinds import kinds

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
