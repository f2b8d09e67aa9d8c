"""Papers as citizens hold them, made up and printed flat: those of the simulator, and some of which it has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL.Image import Image

from simulator import papers
from simulator.sheet import Sheet

NIK, KK_NUMBER = papers.RINA["nik"], papers.KK_NUMBER


def _letter(headings: tuple[str, ...], *lines: str, signed: str = "Balikpapan, 21 November 2026") -> Image:
    sheet = Sheet(1240, 1754)
    for size, heading in enumerate(headings):
        sheet.centre(heading, 40 - 3 * size, bold=True)
    sheet.rule()
    for line in lines:
        sheet.line(line, 30)
    sheet.y += 60
    sheet.line(signed, 28, 680)
    sheet.mark()
    return sheet.image


def birth_certificate() -> Image:
    return _letter(
        ("REPUBLIK INDONESIA", "PENCATATAN SIPIL", "KUTIPAN AKTA KELAHIRAN"),
        "Berdasarkan Akta Kelahiran Nomor 6471-LU-12112026-0000",
        "bahwa di BALIKPAPAN pada tanggal dua belas November tahun dua ribu dua puluh enam",
        "telah lahir SARI CONTOH anak ke dua, PEREMPUAN",
        "DARI AYAH ANDI CONTOH DAN IBU RINA CONTOH",
        "Kutipan ini dikeluarkan di KOTA BALIKPAPAN",
    )


def death_letter() -> Image:
    return _letter(
        ("RUMAH SAKIT UMUM CONTOH", "SURAT KETERANGAN KEMATIAN"),
        "Dokter yang bertanda tangan di bawah ini menerangkan bahwa:",
        "Nama : BUDI CONTOH",
        "NIK : 6471041701500000",
        "Tempat, tgl lahir : Balikpapan, 17-01-1950",
        "telah meninggal dunia pada hari Kamis, 19 November 2026 pukul 04.10 WITA",
    )


def death_certificate() -> Image:
    return _letter(
        ("REPUBLIK INDONESIA", "PENCATATAN SIPIL", "KUTIPAN AKTA KEMATIAN"),
        "Berdasarkan Akta Kematian Nomor 6471-KM-20112026-0000",
        "bahwa di BALIKPAPAN pada tanggal sembilan belas November 2026",
        "telah meninggal dunia BUDI CONTOH, lahir di BALIKPAPAN",
        "Kutipan ini dikeluarkan di KOTA BALIKPAPAN",
    )


def authority_letter() -> Image:
    return _letter(
        ("SURAT KUASA", "DALAM PELAYANAN ADMINISTRASI KEPENDUDUKAN", "F-1.07"),
        "Yang bertanda tangan di bawah ini RINA CONTOH",
        f"NIK : {NIK}",
        "memberikan kuasa kepada ANDI CONTOH",
        "untuk mengurus Kartu Keluarga di Dinas Kependudukan dan Pencatatan Sipil.",
    )


def moving_letter() -> Image:
    return _letter(
        ("PEMERINTAH KOTA BALIKPAPAN", "SURAT KETERANGAN PINDAH WNI", "SKPWNI/6471/21112026/0000"),
        "DATA DAERAH ASAL",
        f"Nomor Kartu Keluarga : {KK_NUMBER}",
        "Nama Kepala Keluarga : ANDI CONTOH",
        "DATA KEPINDAHAN",
        "Alamat tujuan : Jombang Wetan, Cilegon",
    )


def court_decision() -> Image:
    return _letter(
        ("PENGADILAN NEGERI BALIKPAPAN", "SALINAN PENETAPAN", "Nomor 0/Pdt.P/2026/PN Bpp"),
        "DEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA",
        "Pengadilan Negeri Balikpapan yang memeriksa perkara perdata permohonan",
        "MENETAPKAN: mengabulkan permohonan pemohon RINA CONTOH",
    )


def a_shopping_list() -> Image:
    """Legible, and none of ours."""
    return _letter(
        ("BELANJA MINGGU INI",),
        "beras 5 kg, minyak goreng 2 liter, gula pasir",
        "sabun mandi, sampo, pasta gigi",
        "telur satu rak, tempe, tahu, cabai merah",
        "bayar listrik dan air sebelum tanggal 20",
    )


SAMPLES: Mapping[str, Callable[[], Image]] = {
    "police_letter": papers.police_letter, "ktp": papers.ktp, "birth_letter": papers.birth_letter,
    "marriage_book": papers.marriage_book, "kk": papers.family_card, "birth_certificate": birth_certificate,
    "death_letter": death_letter, "death_certificate": death_certificate, "authority_letter": authority_letter,
    "skpwni": moving_letter, "court_decision": court_decision,
}  # fmt: skip
NIKS = ("police_letter", "ktp", "birth_letter", "marriage_book", "kk", "authority_letter")  # those that bear NIK
