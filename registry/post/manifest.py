"""The list that goes with a hand-over to the carrier: on paper to be signed, and as a table to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import ZoneInfo

from registry.issuing.signs import without_strange_signs
from registry.models import Case, Consignment, Document, Office, OldCard, Shipment
from registry.places.regions import Regions
from registry.post.labels import destination

COLUMNS = (
    "kiriman", "nomor", "penerima", "hp", "alamat", "patokan", "kelurahan", "kecamatan", "kota", "kode_pos",
    "bayar_kurir", "kartu_lama", "resi",
)  # fmt: skip


def number_of(consignment: Consignment, office: Office) -> str:
    """As it is called on paper and on the telephone: BPP-261126-4, by the office's own day."""
    day = consignment.handed_at.astimezone(ZoneInfo(office.timezone))
    return f"{office.code}-{day:%y%m%d}-{consignment.id}"


@dataclass(frozen=True, repr=False)
class ManifestLine:
    kiriman: int
    nomor: str
    penerima: str
    hp: str
    alamat: str
    patokan: str
    kelurahan: str
    kecamatan: str
    kota: str
    kode_pos: str
    bayar_kurir: int
    kartu_lama: str
    resi: str

    def on_paper(self) -> dict[str, object]:
        told = vars(self).items()
        return {name: without_strange_signs(each) if isinstance(each, str) else each for name, each in told}

    def cells(self) -> list[str]:
        return [str(getattr(self, name)) for name in COLUMNS]


@dataclass(frozen=True, repr=False)
class Manifest:
    template: ClassVar[str] = "daftar_kiriman"

    office: str
    carrier: str
    number: str
    handed: str  # when, in words
    handed_by: str
    taken_by: str
    to_pay: str  # all of it, in words
    lines: tuple[ManifestLine, ...]

    def as_data(self) -> dict[str, object]:
        return dict(vars(self)) | {"lines": [line.on_paper() for line in self.lines]}


def lines(inside: Sequence[tuple[Shipment, Document, Case]], regions: Regions) -> Iterator[ManifestLine]:
    for shipment, document, case in inside:
        to, place = shipment.address, destination(shipment, regions)
        yield ManifestLine(
            kiriman=shipment.id,
            nomor=case.number,
            penerima=to["name"],
            hp=national(to["phone"]),
            alamat=place.street,
            patokan=to.get("landmark", ""),
            kelurahan=place.village,
            kecamatan=place.district,
            kota=place.town,
            kode_pos=to.get("postal_code", ""),
            bayar_kurir=shipment.fee_rupiah,
            kartu_lama="ya" if document.old_card is OldCard.WANTED else "",
            resi=shipment.tracking_number or "",
        )


def national(phone: str) -> str:
    """0812..., as a post office dials it; a table would take a leading + for a formula."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return "0" + digits.removeprefix("62") if phone.strip().startswith("+62") else digits
