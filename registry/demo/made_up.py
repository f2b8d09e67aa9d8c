"""What made-up residents are made of: names, homes, livelihoods, and numbers that are never issued."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

MALE = (
    "Adi", "Agung", "Ahmad", "Andi", "Arif", "Bagus", "Bambang", "Bayu", "Budi", "Daniel", "Dedi", "Doni",
    "Eko", "Fajar", "Galih", "Hadi", "Hendra", "Ibrahim", "Imam", "Indra", "Joko", "Kevin", "Lukas", "Markus",
    "Nanang", "Paulus", "Rahmat", "Rizki", "Rudi", "Slamet", "Surya", "Taufik", "Wahyu", "Yohanes", "Yusuf",
)  # fmt: skip
FEMALE = (
    "Ani", "Agnes", "Aisyah", "Citra", "Dewi", "Dian", "Eka", "Elisabet", "Fitri", "Hana", "Indah", "Intan",
    "Kartika", "Lestari", "Lina", "Maria", "Maya", "Mega", "Nisa", "Novi", "Nur", "Putri", "Ratna", "Rika",
    "Rosa", "Sari", "Sinta", "Siti", "Sri", "Tari", "Veronika", "Wati", "Wulan", "Yanti", "Yuli",
)  # fmt: skip
MIDDLE = (
    "Abadi", "Cahaya", "Dwi", "Halim", "Kurnia", "Laksana", "Nugraha", "Permata", "Setia", "Utama", "Wijaya",
)  # fmt: skip
LAST = "Contoh"

STREETS = ("Jl. Anggrek", "Jl. Cempaka", "Jl. Kenanga", "Jl. Mawar", "Jl. Melati", "Gg. Damai", "Gg. Rukun")
HOMETOWNS = ("Banjarmasin", "Makassar", "Malang", "Surabaya", "Kediri", "Bandung", "Serang", "Samarinda", "Balikpapan")
BLOOD = ("A", "B", "AB", "O", "O", "Tidak Tahu")
FAITHS = ("Islam",) * 8 + ("Kristen", "Katolik")
FAITHS_UPRIVER = ("Katolik", "Katolik", "Kristen", "Islam")  # Mahakam Ulu

_SCHOOLING = (
    (6, ("Tidak/Belum Sekolah",)),
    (12, ("Belum Tamat SD/Sederajat",)),
    (15, ("Tamat SD/Sederajat",)),
    (18, ("SLTP/Sederajat",)),
    (23, ("SLTA/Sederajat",)),
    (200, ("Tamat SD/Sederajat", "SLTP/Sederajat", "SLTA/Sederajat", "SLTA/Sederajat", "Diploma IV/Strata I")),
)
_WORK = ("Karyawan Swasta", "Wiraswasta", "Petani/Pekebun", "Guru", "Pegawai Negeri Sipil")
_MENS_WORK = (*_WORK, "Karyawan Swasta", "Buruh Harian Lepas", "Nelayan/Perikanan", "Sopir")
_WOMENS_WORK = (*_WORK, "Mengurus Rumah Tangga", "Mengurus Rumah Tangga", "Pedagang", "Perawat")


def full_name(draw: Random, sex: str) -> str:
    first = draw.choice(MALE if sex == "male" else FEMALE)
    return f"{first} {LAST}" if draw.random() < 0.2 else f"{first} {draw.choice(MIDDLE)} {LAST}"


def schooling(draw: Random, age: int) -> str:
    return draw.choice(next(grades for below, grades in _SCHOOLING if age < below))


def livelihood(draw: Random, age: int, sex: str) -> str:
    if age < 6:
        return "Belum/Tidak Bekerja"
    if age < 22:
        return "Pelajar/Mahasiswa"
    return draw.choice(_MENS_WORK if sex == "male" else _WOMENS_WORK)


class Numbers:
    """Gives each number once. The serial 0000 is never issued, so nobody real has one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def nik(self, kecamatan: str, born: date, sex: str) -> tuple[str, date]:
        """The number, and the birth date it holds: moved by days until the number is free."""
        return self._free(kecamatan, born, 40 if sex == "female" else 0)

    def kk(self, kecamatan: str, recorded: date) -> str:
        return self._free(kecamatan, recorded, 0)[0]

    def _free(self, kecamatan: str, day: date, added: int) -> tuple[str, date]:
        while (number := _number(kecamatan, day, added)) in self._taken:
            day -= timedelta(days=1)
        self._taken.add(number)
        return number, day


def _number(kecamatan: str, day: date, added: int) -> str:
    return f"{kecamatan.replace('.', '')}{day.day + added:02}{day:%m%y}0000"
