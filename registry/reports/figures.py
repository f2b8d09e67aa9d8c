"""What a daily report holds, in its order, and which figures have to make one another.

No official form was found; the names are those the offices' own reports use. What nobody has told is missing, never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Figures = Mapping[str, int | None]

GROUPS: Mapping[str, tuple[str, ...]] = {
    "rekam": ("wajib_ktp", "sudah_rekam", "belum_rekam", "rekam_kantor", "rekam_kecamatan", "rekam_keliling"),
    "cetak": ("prr_awal", "prr_masuk", "cetak_baru", "cetak_hilang", "cetak_rusak", "cetak_ubah", "cetak_luar",
              "prr_sisa"),
    "suket": ("suket_awal", "suket_terbit", "suket_ditukar", "suket_sisa"),
    "blangko": ("blangko_awal", "blangko_terima", "blangko_pakai", "blangko_rusak", "blangko_kembali",
                "blangko_koreksi", "blangko_sisa"),
    "alat": ("alat_cetak_total", "alat_cetak_baik", "alat_rekam_total", "alat_rekam_baik"),
    "terbit": ("kk_terbit", "akl_terbit", "akm_terbit", "akw_terbit", "akc_terbit", "kia_terbit", "pindah_keluar",
               "pindah_datang", "ikd_aktivasi", "ikd_belum"),
    "layanan": ("layanan_online_masuk", "layanan_whatsapp", "layanan_sms", "layanan_modem", "layanan_laman",
                "layanan_formulir", "layanan_online_selesai", "layanan_tatap_muka",
                "dokumen_belum_diambil", "cek_data_pusat",
                "kiriman_pos_kirim", "kiriman_pos_terima", "kiriman_pos_retur", "keliling_kunjungan",
                "keliling_terlayani", "keliling_tidak_hadir", "tte_dok", "manual_dok",
                "gangguan_jaringan_menit"),
}  # fmt: skip
ALL = tuple(name for group in GROUPS.values() for name in group)
LARGEST = 100_000_000
SIGNED = ("blangko_koreksi",)  # what a count found more or less

DOORS = ("layanan_whatsapp", "layanan_sms", "layanan_modem", "layanan_laman", "layanan_formulir")
CARDS = ("cetak_baru", "cetak_hilang", "cetak_rusak", "cetak_ubah", "cetak_luar")


@dataclass(frozen=True)
class Identity:
    """`whole` is what the others make, each added or, after "-", taken away."""

    whole: str
    parts: tuple[str, ...]

    def gap(self, figures: Figures) -> int | None:
        """By how much it is off; none while a figure is missing."""
        total = 0
        for part in self.parts:
            value = figures.get(part.removeprefix("-"))
            if value is None:
                return None
            total += -value if part.startswith("-") else value
        whole = figures.get(self.whole)
        return None if whole is None else whole - total


IDENTITIES = (
    Identity("wajib_ktp", ("sudah_rekam", "belum_rekam")),
    Identity("prr_sisa", ("prr_awal", "prr_masuk", *(f"-{card}" for card in CARDS))),
    Identity("layanan_online_masuk", DOORS),
    Identity("suket_sisa", ("suket_awal", "suket_terbit", "-suket_ditukar")),
    Identity(
        "blangko_sisa",
        ("blangko_awal", "blangko_terima", "-blangko_pakai", "-blangko_rusak", "-blangko_kembali", "blangko_koreksi"),
    ),
)
AT_MOST = (
    ("alat_cetak_baik", "alat_cetak_total"), ("alat_rekam_baik", "alat_rekam_total"),
    ("sudah_rekam", "wajib_ktp"), ("belum_rekam", "wajib_ktp"),
)  # fmt: skip
CARRIED = (("prr_awal", "prr_sisa"), ("suket_awal", "suket_sisa"), ("blangko_awal", "blangko_sisa"))
STEADY = ("alat_cetak_total", "alat_rekam_total")  # told when they changed overnight


@dataclass(frozen=True)
class Flag:
    """Something to look at. `kind` is identity, at-most, carried or changed; `gap` by how much."""

    kind: str
    figure: str
    gap: int


def flags(figures: Figures, before: Figures | None) -> list[Flag]:
    """What does not fit together, and what does not fit the report of the day before."""
    found = [Flag("identity", each.whole, gap) for each in IDENTITIES if (gap := each.gap(figures))]
    found += [Flag("at-most", name, gap) for name, most in AT_MOST if (gap := _above(figures, name, most))]
    if before is None:
        return found
    pairs = [("carried", name, left) for name, left in CARRIED] + [("changed", name, name) for name in STEADY]
    for kind, name, earlier in pairs:
        now, then = figures.get(name), before.get(earlier)
        if now is not None and then is not None and now != then:
            found.append(Flag(kind, name, now - then))
    return found


def missing(figures: Figures) -> list[str]:
    return [name for name in ALL if figures.get(name) is None]


def _above(figures: Figures, name: str, most: str) -> int:
    value, limit = figures.get(name), figures.get(most)
    return max(value - limit, 0) if value is not None and limit is not None else 0
