"""The four offices of the demo and the numbers they are written to. Nobody real has these numbers."""

from __future__ import annotations

from sqlmodel import Session

from registry.models import Channel, Office, Sender, ServiceRule
from registry.web_door.visits import page_of

WEEK = {day: [["08:00", "15:00"]] for day in ("mon", "tue", "wed", "thu")} | {"fri": [["08:00", "11:00"]]}
CLOSED = {"2026-12-24": "Cuti bersama Natal", "2026-12-25": "Natal", "2027-01-01": "Tahun Baru"}
FASTING = {day: [["08:00", "14:00"]] for day in ("mon", "tue", "wed", "thu")} | {"fri": [["08:00", "11:00"]]}
SPELLS = [{"name": "Ramadan", "from": "2027-02-08", "until": "2027-03-09", "weekly": FASTING}]
WITA, WIB = "Asia/Makassar", "Asia/Jakarta"

# code, town, region, zone, address, head of the office
OFFICES = (
    ("BPP", "Balikpapan", "64.71", WITA, "Jl. Contoh Raya No. 1, Balikpapan Kota", "Drs. Contoh Pertama, M.Si."),
    ("SMD", "Samarinda", "64.72", WITA, "Jl. Contoh Mahakam No. 2, Samarinda Ulu", "Contoh Kedua, S.Sos."),
    ("MHU", "Mahakam Ulu", "64.11", WITA, "Jl. Contoh Hulu No. 3, Ujoh Bilang", "Contoh Ketiga, S.H."),
    ("CLG", "Cilegon", "36.72", WIB, "Jl. Contoh Krakatau No. 4, Jombang", "Hj. Contoh Keempat, M.A.P."),
)

# address, label, code of the office; without a code several offices share the number
SENDERS = (
    ("whatsapp:+628110000001", "Disdukcapil Balikpapan", "BPP"),
    ("whatsapp:+628110000002", "Disdukcapil Samarinda", "SMD"),
    ("whatsapp:+628110000003", "Disdukcapil Mahakam Ulu", "MHU"),
    ("whatsapp:+628110000004", "Disdukcapil Cilegon", "CLG"),
    ("whatsapp:+628110000005", "Loket Dukcapil (bersama)", None),
    ("+628110000011", "SMS Balikpapan", "BPP"),
    ("+628110000012", "SMS Samarinda", "SMD"),
    ("+628110000013", "SMS Mahakam Ulu", "MHU"),
    ("+628110000014", "SMS Cilegon", "CLG"),
    ("+628110000015", "SMS Loket (bersama)", None),
)


def make_offices(session: Session) -> dict[str, Office]:
    offices = {
        code: Office(
            code=code,
            name=f"Disdukcapil {town}",
            region=region,
            timezone=zone,
            hours={"zone": zone, "weekly": WEEK, "closed": CLOSED, "spells": SPELLS},
            address=address,
            signatory_name=head,
            signatory_nip=f"19700101199503{place}000",
            signatory_title="Kepala Dinas Kependudukan dan Pencatatan Sipil",
            postage_elsewhere_rupiah=27_000,
            claim_days=2,  # so that a lapsed claim is seen
            by_hand_districts=["64.11.04", "64.11.05"] if code == "MHU" else [],  # no signal up the river
        )
        for place, (code, town, region, zone, address, head) in enumerate(OFFICES)
    }
    session.add_all(offices.values())
    session.flush()
    session.add(ServiceRule(office_id=offices["SMD"].id, service="SKTT", rule={"off": True}))
    return offices


def make_senders(session: Session, offices: dict[str, Office]) -> dict[str, Sender]:
    """By address."""
    senders = {
        address: Sender(
            channel=Channel.WHATSAPP if address.startswith("whatsapp:") else Channel.SMS,
            address=address,
            office_id=offices[code].id if code else None,
        )
        for address, _, code in SENDERS
    }
    session.add_all(senders.values())
    session.flush()
    page = page_of(session, offices["BPP"])
    return senders | {page.address: page}
