"""Which service a free message names, and whether it asks for it or asks about it."""

from __future__ import annotations

import pytest

from bot.intents import Label
from bot.learning import UTTERANCES, examples
from bot.understanding import ALSO, GROUPS
from tests.bot.player import meaning, services

SAID = {
    "BIO": [
        "anak saya belum punya nik",
        "mau bikin nik baru buat bayi",
        "saya belum pernah terdata, mau daftar biodata",
        "orang tua kami belum punya nik dan kk",
    ],
    "KK-BARU": [
        "mau bikin kk baru habis nikah",
        "kami baru nikah ingin buat kartu keluarga sendiri",
        "min bikin kk br dong",
        "I want to make a new family card",
        "ulun handak maulah kk hanyar",
    ],
    "KK-GANTI": [
        "kepala keluarga meninggal, kk mau diganti",
        "mau ganti kepala keluarga",
        "ganti kpl keluarga di kk krn ayah meninggal",
        "head of family died, change the family card",
    ],
    "KK-HR": [
        "kk saya hilang",
        "kk sy ilang min",
        "kartu keluarga rusak kena banjir",
        "my family card is lost",
        "kk sobek dimakan rayap",
    ],
    "KK-PISAH": [
        "pecah kk",
        "mau pisah kk dari mertua",
        "saya ingin pisah kartu keluarga",
        "split family card from my parents",
    ],
    "KK-UBAH": [
        "mau nambah anak di kk",
        "ubah data kk pekerjaan",
        "masukkan bayi ke kartu keluarga",
        "update pendidikan di kk",
        "add my baby to the family card",
    ],
    "NIK-KONSOL": [
        "nik saya tidak ditemukan di bpjs",
        "aktifkan nik dong min",
        "konsolidasi nik",
        "nik ga terdaftar kata bank",
        "my nik not found at the bank",
    ],
    "KTP-BARU": [
        "mau bikin ktp pertama",
        "anak sy umur 17 mau bikin ktp",
        "ktp baru",
        "bikin ktp min",
        "I need my first id card",
    ],
    "KTP-UBAH": [
        "ubah status kawin di ktp",
        "mau ganti alamat ktp",
        "nama di ktp saya salah",
        "change data on my id card",
    ],
    "KTP-H": [
        "ktp saya hilang",
        "ktp ilang gmn",
        "dompet dicopet ktp ikut hilang",
        "ktp kula ical",
        "I lost my id card",
    ],
    "KTP-R": [
        "ktp patah",
        "ktp saya retak min",
        "ktp rusak fotonya luntur",
        "my id card is broken",
    ],
    "KTP-FOTO": [
        "mau ganti foto ktp",
        "ganti foto ktp krn sekarang berhijab",
        "update foto ktp dong",
        "change photo on id card",
    ],
    "REKAM": [
        "mau rekam ktp",
        "saya belum rekam e-ktp",
        "perekaman ktp",
        "daftar rekam ktp min",
    ],
    "SUKET": [
        "mau tukar suket",
        "TUKAR SUKET",
        "suket saya mau diganti ktp",
        "nukar suket dong min",
        "exchange suket for id card",
    ],
    "KIA-BARU": [
        "bikin kia",
        "mau urus kartu identitas anak",
        "bikinin kartu anak dong",
        "make a child card",
    ],
    "KIA-HR": [
        "kia anak saya hilang",
        "kartu anak rusak",
        "kia ilang min",
        "lost my son's child card",
    ],
    "IKD": [
        "aktivasi ikd",
        "mau bikin ktp digital",
        "aktifkan identitas kependudukan digital",
        "activate digital id",
        "ikd",
    ],
    "PINDAH": [
        "mau pindah ke samarinda",
        "urus surat pindah ke surabaya",
        "pindah keluar kota min",
        "moving to jakarta",
        "handak pindah ka banjarmasin",
    ],
    "PINDAH-DLM": [
        "pindah antar kecamatan dalam kota",
        "pindah alamat satu kota",
        "pindah kelurahan sebelah",
        "moving within the city",
    ],
    "DATANG": [
        "pindah datang dari jakarta",
        "mau lapor datang dari bandung",
        "pindah masuk ke balikpapan",
        "i just moved here from jakarta",
    ],
    "SKPLN": [
        "pindah ke luar negeri",
        "mau pindah ke luar negeri 2 tahun",
        "urus skpln",
        "moving abroad",
    ],
    "DATANG-LN": [
        "pulang dari luar negeri mau urus ktp",
        "datang dari luar negeri",
        "tki pulang mau aktifkan kk",
        "came back from abroad",
    ],
    "SKTT": [
        "sktt",
        "wna mau lapor tinggal",
        "urus sktt suami saya kitas",
        "foreigner residence certificate",
    ],
    "AKL": [
        "bikin akta lahir anak",
        "bayi saya baru lahir mau urus akte",
        "akta klahiran",
        "urus akte lair anak min",
        "my baby was born, I need a birth certificate",
    ],
    "AKL-3IN1": [
        "3 in 1 akta kk kia",
        "mau urus akta kk dan kia sekaligus",
        "paket akta kk kia",
        "3in1 bayi baru lahir",
    ],
    "LM": [
        "surat lahir mati",
        "bayi saya meninggal dalam kandungan",
        "mau lapor bayi lahir mati",
        "stillborn baby",
    ],
    "AKM": [
        "lapor kematian",
        "ayah saya meninggal mau urus akta",
        "bikin akta kematian",
        "bapak kula sampun sedo",
        "my father passed away",
    ],
    "AKM-3IN1": [
        "akta kematian sekalian kk dan ktp",
        "suami saya meninggal",
        "istri meninggal mau urus",
        "paket kematian kk ktp",
    ],
    "AKW": [
        "mau catat nikah di capil",
        "bikin akta nikah",
        "ulun nikah di gereja handak maulah akta",
        "register our marriage, we need a marriage certificate",
    ],
    "AKC": [
        "bikin akta cerai",
        "mau lapor perceraian non muslim",
        "urus akta perceraian",
        "i need a divorce certificate",
    ],
    "BTL-KW": [
        "pembatalan perkawinan",
        "pembatalan nikah putusan pengadilan",
        "mau lapor pembatalan perkawinan",
        "marriage annulled by court",
    ],
    "BTL-CR": [
        "pembatalan perceraian",
        "cerai dibatalkan pengadilan",
        "mau lapor pembatalan cerai",
        "divorce annulled by court",
    ],
    "PGK": [
        "pengakuan anak",
        "ayah mau mengakui anak",
        "urus pengakuan anak min",
        "acknowledge my child",
    ],
    "PGS": [
        "pengesahan anak",
        "mau mengesahkan anak",
        "anak lahir sebelum nikah mau disahkan",
        "urus pengesahan anak",
    ],
    "PGT": [
        "pengangkatan anak",
        "mau adopsi anak",
        "saya angkat anak lewat pengadilan",
        "adoption of a child",
    ],
    "NAMA": [
        "ganti nama",
        "mau ubah nama saya",
        "ganti nama anak",
        "I want to change my name",
    ],
    "BETUL": [
        "akta lahir salah nama",
        "pembetulan akta",
        "salah ketik di akta lahir anak",
        "tahun di akte salah",
        "correct my birth certificate",
    ],
    "BATAL": [
        "pembatalan akta",
        "akta saya dobel",
        "mau batalkan akta lahir ganda",
        "punya dua akta lahir",
    ],
    "WN": [
        "ganti kewarganegaraan",
        "mau jadi wni",
        "perubahan kewarganegaraan",
        "naturalisasi",
    ],
    "KUT2": [
        "akta lahir hilang",
        "akte kelahiran saya ilang",
        "akta kematian rusak",
        "lost my birth certificate",
        "akta nikah kami hilang",
    ],
    "CETAK-TTE": [
        "kk lama mau ganti yang barcode",
        "akta lama mau ganti yg barcode",
        "mau ganti kk ke yang ada qr",
        "ganti akta ke format baru",
    ],
}
ANSWERED = {
    "kk saya hilang": {"reason": "lost"},
    "kk sobek": {"reason": "damaged"},
    "mau nambah bayi di kk": {"change": "added"},
    "akta lahir hilang": {"reason": "lost", "which_certificate": "birth"},
    "akta nikah kami rusak": {"reason": "damaged", "which_certificate": "marriage"},
    "kia anak saya hilang": {"reason": "lost"},
    "sdh rekam ktp tapi ktp blm jadi": {"enrolled": "yes"},
    "kami baru nikah mau bikin kk": {"new_family": "married"},
    "akta lahir salah nama": {"which_certificate": "birth", "mistake": "name"},
}
ASKED = [
    ("syarat kk apa", "requirements", None),
    ("syarat pisah kk apa aja", "requirements", "KK-PISAH"),
    ("brp lama ktp", "duration", None),
    ("brp lama bikin akta lahir", "duration", "AKL"),
    ("bikin kia bayar ga", "cost", "KIA-BARU"),
    ("akta kematian gratis?", "cost", "AKM"),
    ("ktp hilang lapor kemana", "place", "KTP-H"),
    ("boleh ga ganti foto ktp", "requirements", "KTP-FOTO"),
    ("umur 17 bisa pisah kk gak", "requirements", "KK-PISAH"),
    ("jam buka", "hours", None),
    ("dimana kantornya", "place", None),
    ("what are the requirements for a child card", "requirements", "KIA-BARU"),
]
NO_REQUEST = {
    "status",
    "delivery",
    "complaint",
    "greet",
    "thanks",
    "cancel",
    "help",
    "human",
    "other",
    "verify",
    "van_schedule",
}


@pytest.mark.parametrize("code", SAID)
def test_the_words_name_the_service(code: str) -> None:
    found = {text: [each.code for each in meaning()(text).services] for text in SAID[code]}
    assert found == {text: [code] for text in SAID[code]}


@pytest.mark.parametrize("code", [code for code in SAID if services()[code].group != "nik"])
def test_it_is_a_request_for_it(code: str) -> None:
    assert [text for text in SAID[code] if not meaning()(text).wanted] == []


def test_every_service_can_be_asked_for() -> None:
    assert set(SAID) == set(services()) and all(len(messages) >= 4 for messages in SAID.values())


@pytest.mark.parametrize(("text", "answers"), ANSWERED.items())
def test_what_the_words_answer_is_not_asked(text: str, answers: dict[str, str]) -> None:
    (service,) = meaning()(text).services
    assert service.answers == answers


@pytest.mark.parametrize(("text", "asks", "code"), ASKED)
def test_a_question_begins_nothing(text: str, asks: str, code: str | None) -> None:
    found = meaning()(text)
    assert (found.asks, [each.code for each in found.services][:1], found.wanted) == (
        asks,
        [code] if code else [],
        False,
    )


def test_what_means_something_else_begins_nothing() -> None:
    rows = [text for text, label in examples(UTTERANCES) if label in NO_REQUEST]
    assert len(rows) > 300 and [text for text in rows if meaning()(text).wanted] == []


@pytest.mark.parametrize("text", ["petugas minta 200rb", "diminta uang buat ktp", "ada calo di depan", "lapor pungli"])
def test_who_was_asked_for_money_complains(text: str) -> None:
    assert meaning()(text).label is Label.COMPLAINT


@pytest.mark.parametrize("text", ["diminta kode otp ikd", "disuruh instal apk ikd", "ada yg telp suruh aktivasi ikd"])
def test_who_is_after_a_code_is_a_fraud(text: str) -> None:
    assert meaning()(text).fraud


@pytest.mark.parametrize("text", ["urus kk", "kk", "mau urus ktp"])
def test_a_document_alone_leads_to_its_list(text: str) -> None:
    found = meaning()(text)
    assert found.wanted and found.services == () and found.group in ("kk", "ktp")


def test_the_lists_are_those_of_the_catalogue() -> None:
    groups = {group for each in (*GROUPS.values(), *ALSO.values()) for group in each}
    assert groups == {service.group for service in services().values()}
