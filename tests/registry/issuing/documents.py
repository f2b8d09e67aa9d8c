"""Made-up people on made-up documents: an everyday size and the longest that must fit."""

from datetime import date

from registry.issuing.content import BirthExcerpt, Content, FamilyCard, FamilyMember, Letterhead, PapersReceipt

LETTERHEAD = Letterhead(
    office="Dinas Kependudukan dan Pencatatan Sipil",
    regency="Kota Balikpapan",
    province="Kalimantan Timur",
    address="Jalan Contoh Raya No. 1, Balikpapan 76100",
    place="Balikpapan",
    signatory_name="Contoh Pejabat Penandatangan, S.Sos., M.Si.",
    signatory_nip="197001011995031000",
    signatory_title="Kepala Dinas Kependudukan dan Pencatatan Sipil",
    signature_note="Dokumen ini ditandatangani secara elektronik dengan sertifikat percobaan.",
)
LONG_NAME = "Muhammad Abdurrahman Wahyuningrat Kusumawardhana Sastrodihar"
LONG_ADDRESS = (
    "Jalan Letnan Jenderal Contoh Panjang Sekali Gang Mawar Melati Nomor 123 Blok C Perumahan Bukit Damai Indah Permai"
)
LONG_SERVICE = "Pembetulan akta kelahiran karena salah tulis redaksional"
LONG_PAPER = "Surat keterangan kelahiran dari rumah sakit atau bidan penolong"


def member(number: int = 0, name: str = "Budi Contoh", **changes: object) -> FamilyMember:
    fields: dict[str, object] = {
        "name": name,
        "nik": f"64710{number}0506900000",
        "sex": "Laki-laki",
        "birth_place": "Balikpapan",
        "born_on": date(1990, 6, 5),
        "religion": "Islam",
        "education": "SLTA/Sederajat",
        "occupation": "Karyawan Swasta",
        "blood_type": "O",
        "marital_status": "Kawin Tercatat",
        "married_on": date(2015, 8, 20),
        "relation": "Kepala Keluarga",
        "citizenship": "WNI",
        "passport": "",
        "stay_permit": "",
        "father": "Ahmad Contoh",
        "mother": "Siti Contoh",
    }
    return FamilyMember(**(fields | changes))  # type: ignore[arg-type]


FAMILY = FamilyCard(
    letterhead=LETTERHEAD,
    number="6471012511260000",
    head="Budi Contoh",
    address="Jalan Mawar No. 12",
    rt="004",
    rw="002",
    postal_code="76114",
    village="Damai",
    district="Balikpapan Kota",
    members=(
        member(),
        member(1, "Wati Contoh", sex="Perempuan", relation="Istri", occupation="Guru", education="Diploma IV/Strata I"),
        member(
            2, "Ani Contoh", sex="Perempuan", relation="Anak", occupation="Pelajar/Mahasiswa", born_on=date(2017, 2, 3),
            marital_status="Belum Kawin", married_on=None, education="Belum Tamat SD/Sederajat",
            blood_type="Tidak Tahu", father="Budi Contoh", mother="Wati Contoh",
        ),
    ),
    issued_on=date(2026, 11, 25),
)  # fmt: skip

CROWDED_FAMILY = FamilyCard(
    **vars(FAMILY)
    | {
        "head": LONG_NAME,
        "address": LONG_ADDRESS,
        "village": "Sungai Contoh Panjang Seberang",
        "district": "Kota Bangun Darat Seberang Ulu",
        "members": tuple(
            member(
                number, LONG_NAME, father=LONG_NAME, mother=LONG_NAME, birth_place="Kabupaten Penajam Paser Utara",
                occupation="Anggota DPRD Kabupaten/Kota", religion="Kepercayaan Terhadap Tuhan YME",
                education="Diploma III/Akademi/Sarjana Muda", marital_status="Cerai Hidup Belum Tercatat",
                passport="X12345678", stay_permit="2D21AB1234-C", citizenship="WNI",
            )
            for number in range(10)
        ),
    }
)  # fmt: skip

BIRTH = BirthExcerpt(
    letterhead=LETTERHEAD,
    nik="6471016511260000",
    number="6471-LU-25112026-0012",
    birth_place="Balikpapan",
    born_on=date(2026, 11, 9),
    name="Citra Contoh Lestari",
    birth_order=2,
    male=False,
    father="Budi Contoh",
    mother="Wati Contoh",
    issued_on=date(2026, 11, 25),
)
LONG_BIRTH = BirthExcerpt(
    **vars(BIRTH)
    | {
        "name": LONG_NAME,
        "father": LONG_NAME,
        "mother": LONG_NAME,
        "birth_place": "Kabupaten Hulu Sungai Contoh Seberang Ulu",
        "born_on": date(1997, 9, 27),
        "birth_order": 12,
    }
)

RECEIPT = PapersReceipt(
    letterhead=LETTERHEAD,
    case_number="KK-2611-00042",
    service="Kartu keluarga hilang atau rusak",
    applicant="Budi Contoh",
    papers=("Surat hilang (polisi)", "KTP-el"),
    promised="Kamis, 26 November 2026, 14.00 WITA",
    received_on=date(2026, 11, 25),
)
LONG_RECEIPT = PapersReceipt(
    **vars(RECEIPT)
    | {"applicant": LONG_NAME, "service": LONG_SERVICE, "papers": tuple(f"{LONG_PAPER} ({n})" for n in range(1, 11))}
)

EVERYDAY: tuple[Content, ...] = (FAMILY, BIRTH, RECEIPT)
LONGEST: tuple[Content, ...] = (CROWDED_FAMILY, LONG_BIRTH, LONG_RECEIPT)
