"""The sample papers a new person plays with: legible, invented, and marked CONTOH."""

from __future__ import annotations

from datetime import date, timedelta

from PIL.Image import Image

from simulator.sheet import FAINT, MARGIN, Sheet

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni"]
MONTHS += ["Juli", "Agustus", "September", "Oktober", "November", "Desember"]
RINA = {"name": "RINA CONTOH", "nik": "6471044506900000"}
ANDI = {"name": "ANDI CONTOH", "nik": "6471041708870000"}
SARI = {"name": "SARI CONTOH", "nik": "6471045103160000"}
KK_NUMBER = "6471041203150000"


def in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def yesterday() -> str:
    return in_words(date.today() - timedelta(days=1))  # noqa: DTZ011 - the day on the wall, as a clerk writes it


def police_letter(lost: str = "Kartu Keluarga (KK) nomor " + KK_NUMBER) -> Image:
    sheet = Sheet(1240, 1754)
    sheet.centre("KEPOLISIAN NEGARA REPUBLIK INDONESIA", 36, bold=True)
    sheet.centre("DAERAH KALIMANTAN TIMUR", 30)
    sheet.centre("RESOR KOTA BALIKPAPAN", 30)
    sheet.rule()
    sheet.y += 20
    sheet.centre("SURAT TANDA PENERIMAAN", 36, bold=True)
    sheet.centre("LAPORAN KEHILANGAN BARANG", 36, bold=True)
    sheet.centre("Nomor: STPLK/0000/CONTOH/SPKT", 28)
    sheet.y += 40
    sheet.line("Telah datang ke kantor kepolisian, seorang warga:")
    sheet.rows({"Nama": RINA["name"], "NIK": RINA["nik"], "Tempat, tgl lahir": "Balikpapan, 05-06-1990"})
    sheet.rows({"Jenis kelamin": "Perempuan", "Alamat": "Jl. Contoh 5 RT 002/RW 003", "": "Karang Rejo, Balikpapan"})
    sheet.y += 30
    sheet.line("melaporkan telah KEHILANGAN surat berupa:")
    sheet.line("1. " + lost, 32)
    sheet.y += 20
    sheet.line("Surat ini dibuat untuk mengurus penerbitan kembali")
    sheet.line("pada Dinas Kependudukan dan Pencatatan Sipil.")
    _signed(sheet, "Kepala SPKT", "BRIPKA CONTOH")
    return sheet.image


def ktp(nik: str = RINA["nik"], born: str = "05-06-1990") -> Image:
    sheet = Sheet(1400, 980, "#cfe3f1")
    sheet.y = 40
    sheet.centre("PROVINSI KALIMANTAN TIMUR", 42, bold=True)
    sheet.centre("KOTA BALIKPAPAN", 42, bold=True)
    sheet.text(60, 190, f"NIK : {nik}", 54, bold=True)
    sheet.y = 275
    rows = {
        "Nama": RINA["name"],
        "Tempat/Tgl Lahir": f"BALIKPAPAN, {born}",
        "Jenis Kelamin": "PEREMPUAN",
        "Alamat": "JL. CONTOH 5",
        "RT/RW": "002/003",
        "Kel/Desa": "KARANG REJO",
        "Kecamatan": "BALIKPAPAN TENGAH",
        "Agama": "ISLAM",
        "Status Perkawinan": "KAWIN",
        "Pekerjaan": "MENGURUS RUMAH TANGGA",
        "Kewarganegaraan": "WNI",
        "Berlaku Hingga": "SEUMUR HIDUP",
    }
    sheet.rows(rows, x=60, gap=340, size=31)
    _portrait(sheet, 1050, 250, 290, 380)
    sheet.mark()
    return sheet.image


def birth_letter() -> Image:
    sheet = Sheet(1240, 1754)
    sheet.centre("RUMAH SAKIT BERSALIN CONTOH", 40, bold=True)
    sheet.centre("Jl. Contoh 10, Balikpapan", 28)
    sheet.rule()
    sheet.y += 30
    sheet.centre("SURAT KETERANGAN KELAHIRAN", 40, bold=True)
    sheet.centre("Nomor: 0000/SKL/CONTOH", 28)
    sheet.y += 50
    sheet.line("Yang bertanda tangan di bawah ini menerangkan telah lahir:")
    sheet.rows({"Nama anak": "BIMA CONTOH", "Jenis kelamin": "LAKI-LAKI", "Hari, tanggal": "Kamis, 12 November 2026"})
    sheet.rows({"Pukul": "07.15 WITA", "Tempat lahir": "BALIKPAPAN", "Anak ke": "2 (dua)", "Berat": "3.100 gram"})
    sheet.y += 30
    sheet.line("dari orang tua:")
    sheet.rows({"Nama ibu": RINA["name"], "NIK ibu": RINA["nik"], "Nama ayah": ANDI["name"], "NIK ayah": ANDI["nik"]})
    sheet.rows({"Alamat": "Jl. Contoh 5 RT 002/RW 003 Karang Rejo"})
    _signed(sheet, "Bidan penolong", "BIDAN CONTOH, A.Md.Keb")
    return sheet.image


def marriage_book() -> Image:
    sheet = Sheet(1754, 1240, "#eef3e6")
    sheet.pen.line((877, 40, 877, 1200), FAINT, 4)
    sheet.y = 90
    sheet.line("KEMENTERIAN AGAMA", 38, 230)
    sheet.line("REPUBLIK INDONESIA", 38, 230)
    sheet.y += 40
    sheet.line("KUTIPAN AKTA NIKAH", 44, 210)
    sheet.rows({"Nomor": "0000/CONTOH/2012", "KUA": "Balikpapan Tengah", "Tanggal": "1 Januari 2012"}, 120, 200)
    sheet.y = 120
    sheet.line("SUAMI", 36, 960)
    sheet.rows({"Nama": ANDI["name"], "NIK": ANDI["nik"], "Lahir": "17-08-1987"}, 960, 170)
    sheet.y += 40
    sheet.line("ISTRI", 36, 960)
    sheet.rows({"Nama": RINA["name"], "NIK": RINA["nik"], "Lahir": "05-06-1990"}, 960, 170)
    sheet.y += 40
    sheet.line("Wali nikah : BUDI CONTOH (ayah)", 30, 960)
    sheet.line("Penghulu : PENGHULU CONTOH", 30, 960)
    sheet.mark()
    return sheet.image


def family_card() -> Image:
    sheet = Sheet(1754, 1240)
    sheet.centre("KARTU KELUARGA", 56, bold=True)
    sheet.centre(f"No. {KK_NUMBER}", 42, bold=True)
    sheet.y += 20
    sheet.rows({"Kepala keluarga": ANDI["name"], "Alamat": "JL. CONTOH 5 RT 002/RW 003", "Kelurahan": "KARANG REJO"})
    sheet.rows({"Kecamatan": "BALIKPAPAN TENGAH", "Kota": "BALIKPAPAN", "Provinsi": "KALIMANTAN TIMUR"})
    sheet.y += 20
    columns = (MARGIN, 180, 560, 900, 1110, 1330)
    lines = [("No", "Nama lengkap", "NIK", "Kelamin", "Tgl lahir", "Hubungan")]
    lines.append(("1", ANDI["name"], ANDI["nik"], "LAKI-LAKI", "17-08-1987", "KEPALA KELUARGA"))
    lines.append(("2", RINA["name"], RINA["nik"], "PEREMPUAN", "05-06-1990", "ISTRI"))
    lines.append(("3", SARI["name"], SARI["nik"], "PEREMPUAN", "11-03-2016", "ANAK"))
    for number, row in enumerate(lines):
        sheet.pen.rectangle((MARGIN - 20, sheet.y - 12, 1660, sheet.y + 48), outline=FAINT, width=2)
        for x, cell in zip(columns, row, strict=True):
            sheet.text(x, sheet.y, cell, 26, bold=number == 0)
        sheet.y += 60
    _signed(sheet, "Kepala Dinas", "KEPALA CONTOH")
    return sheet.image


def _signed(sheet: Sheet, office: str, name: str) -> None:
    sheet.y += 60
    x = sheet.width - 560
    for line in (f"Balikpapan, {yesterday()}", office):
        sheet.line(line, 28, x)
    # A round stamp and a signature, drawn over each other as on paper.
    sheet.pen.ellipse((x - 60, sheet.y - 10, x + 120, sheet.y + 170), outline="#3b4ba3", width=5)
    sheet.pen.line([(x + 20 * i, sheet.y + 70 + (35 if i % 2 else -35)) for i in range(11)], "#26347f", 5, "curve")
    sheet.y += 170
    sheet.line(name, 30, x)
    sheet.mark()


def _portrait(sheet: Sheet, x: int, y: int, width: int, height: int) -> None:
    """A silhouette in the place of a face."""
    sheet.pen.rectangle((x, y, x + width, y + height), "#c0392b")
    sheet.pen.ellipse((x + 80, y + 60, x + width - 80, y + 210), "#e8c9a8")
    sheet.pen.pieslice((x + 20, y + 230, x + width - 20, y + 560), 180, 360, "#34495e")
    sheet.pen.rectangle((x, y + height, x + width, sheet.height), "#cfe3f1")
