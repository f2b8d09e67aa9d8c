"""Several hundred names as people in Indonesia bear them, made of parts; many are words, too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

ALONE = [
    "Bintang", "Cahaya", "Putri", "Indah", "Permata", "Sari", "Melati", "Mawar", "Intan", "Mutiara", "Pelangi",
    "Embun", "Fajar", "Surya", "Bulan", "Langit", "Samudra", "Guntur", "Gempa", "Satria", "Perkasa", "Setia",
    "Budi", "Jaya", "Makmur", "Sentosa", "Bahagia", "Rezeki", "Rahmat", "Hidayat", "Ikhlas", "Sabar", "Tabah",
    "Untung", "Slamet", "Selamet", "Beja", "Wagiman", "Paijo", "Tukiman", "Ngadiman", "Suharto", "Sukarno", "Jumat",
    "Senin", "Legi", "Pon", "Kliwon", "Minggu", "Maulana", "Ramadhan", "Syawal", "Muharram", "Natal", "Paskah",
    "Damai", "Kasih", "Anugerah", "Cinta", "Rindu", "Manis", "Ayu", "Elok", "Bagus", "Gagah", "Tunggal", "Eka",
    "Sulung", "Ragil", "Bungsu", "Merdeka", "Pertiwi", "Nusantara", "Jelita", "Kencana", "Ratna", "Dewi",
    "Pangeran", "Raja", "Ratu", "Laksamana", "Lestari", "Senang", "Riang", "Gembira", "Suka", "Duma", "Tiur",
    "Togar", "Poltak", "Binsar", "Ucok", "Butet", "Mangasa", "Luhut", "Maruli", "Ni", "Iluh", "Kadek", "Ketut",
    "Nengah",
]  # fmt: skip
BATAK = [f"{first} {marga}" for first, marga in product(
    ("Togar", "Duma Sari", "Poltak", "Maria Tiur", "Binsar"),
    ("Sitompul", "Simanjuntak", "Nainggolan", "Harahap", "Lubis", "Siregar", "Panjaitan", "Hutagalung", "Tampubolon",
     "Sinaga", "Pohan", "Tanjung", "Batubara", "Dalimunthe"))]  # fmt: skip
BALINESE = [f"{caste} {order} {name}" for caste, order, name in product(
    ("I", "Ni", "Ida Ayu", "I Gusti", "Anak Agung"), ("Wayan", "Made", "Nyoman", "Ketut"),
    ("Sukarta", "Suartini", "Dharma Putra"))]  # fmt: skip
CHINESE = [f"{family} {given}" for family, given in product(
    ("Tan", "Lim", "Ong", "Wong", "Yang", "Liem", "Go", "Kwee", "Oei"),
    ("Siok Min", "Mei Lan", "Hok Gie", "Bun Sin", "A Hok"))]  # fmt: skip
JAVANESE = [f"{first} {last}" for first, last in product(
    ("Siti", "Sri", "Agus", "Bambang", "Nur", "Dwi", "Tri", "Joko", "Endang", "Rahayu"),
    ("Lestari", "Wahyuni", "Sulistyo", "Hartono", "Handayani", "Widodo", "Kurniawan",
     "Cahyono", "Indah Sari"))]  # fmt: skip
BANJAR = [f"{first} {last}" for first, last in product(
    ("Muhammad", "Ahmad", "Noor", "Hj. Aluh", "Galuh", "Anang", "Utuh"),
    ("Rusli", "Hasanah", "Fansuri", "Syarifuddin", "Jannah", "Aini"))]  # fmt: skip
EAST = [f"{first} {last}" for first, last in product(
    ("Maria", "Yohanes", "Yosefina", "Petrus"),
    ("Bria", "Nahak", "Seran", "Tefa", "Wenda", "Kogoya", "Rumbiak",
     "Latuconsina", "Pattiasina", "Lamaholot"))]  # fmt: skip
WORDS = [
    "Indah Permata Sari", "Cahaya Bintang Timur", "Putri Cantik Jelita", "Kasih Anugerah", "Damai Sejahtera",
    "Bulan Purnama", "Surya Kencana", "Raja Bonar", "Setia Budi Utama", "Rezeki Mulia", "Sinar Harapan", "Mekar Sari",
    "Siti Paham Contoh", "Andi Baso", "Tri Hari Mulyono", "Dewi Kartu Rini", "Ayu Ting Ting", "Siti Aisyah Nur Saya",
    "Untung Terus", "Bintang Kecil Harapan", "Nurul Ain", "Wahyu Ilahi", "Nama Saya Rina Contoh",
]  # fmt: skip
ASKED_ABOUT = [*(name for name in CHINESE if name.startswith("Yang ")), "Siti Aisyah Nur Saya", "Untung Terus",
               "Maria Mau", "Mekar Sari", "Damai",
               "Dewi Kartu Rini"]  # fmt: skip  # once: a word of speech, or a village


def names() -> Iterator[str]:
    yield from (*ALONE, *BATAK, *BALINESE, *CHINESE, *JAVANESE, *BANJAR, *EAST, *WORDS, *ASKED_ABOUT)
