"""What each document says: one frozen dataclass a template, and how it becomes plain data for Typst.

The people in them have no repr: a log line must not show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from babel.dates import format_date

from registry.issuing import words
from registry.models.documents import RECEIPT

Data = dict[str, object]

NO_ENTRY = "-"  # an empty cell of an official form is filled, so that nobody writes in it later


@dataclass(frozen=True)
class Letterhead:
    """The office that issues, and who signs for it. `signature_note` is the sentence beside the visible block."""

    office: str
    regency: str
    province: str
    address: str
    place: str
    signatory_name: str
    signatory_nip: str
    signatory_title: str
    signature_note: str

    def as_data(self) -> Data:
        return dict(vars(self))


@dataclass(frozen=True, repr=False)
class FamilyMember:
    """One row of a family card, columns (1) to (17)."""

    name: str
    nik: str
    sex: str
    birth_place: str
    born_on: date
    religion: str
    education: str
    occupation: str
    blood_type: str
    marital_status: str
    married_on: date | None
    relation: str
    citizenship: str
    passport: str
    stay_permit: str
    father: str
    mother: str

    def as_data(self) -> Data:
        row: Data = {key: value or NO_ENTRY for key, value in vars(self).items()}
        return row | {"born_on": _numeric(self.born_on), "married_on": _numeric(self.married_on)}


@dataclass(frozen=True, repr=False)
class FamilyCard:
    """A *kartu keluarga* of at most ten members."""

    template: ClassVar[str] = "kartu_keluarga"
    most_members: ClassVar[int] = 10

    letterhead: Letterhead
    number: str
    head: str
    address: str
    rt: str
    rw: str
    postal_code: str
    village: str
    district: str
    members: tuple[FamilyMember, ...]
    issued_on: date

    def as_data(self) -> Data:
        """ValueError for more members than the form has rows."""
        if len(self.members) > self.most_members:
            raise ValueError(f"a family card has {self.most_members} rows; split the family or add a sheet in SIAK")
        return dict(vars(self)) | {
            "letterhead": self.letterhead.as_data(),
            "members": [member.as_data() for member in self.members],
            "issued_on": _numeric(self.issued_on),
        }


@dataclass(frozen=True, repr=False)
class BirthExcerpt:
    """A *kutipan akta kelahiran*. Without a father's name the child is entered as the mother's alone."""

    template: ClassVar[str] = "kutipan_akta_kelahiran"

    letterhead: Letterhead
    nik: str
    number: str
    birth_place: str
    born_on: date
    name: str
    birth_order: int
    male: bool
    father: str | None
    mother: str
    issued_on: date

    def as_data(self) -> Data:
        return dict(vars(self)) | {
            "letterhead": self.letterhead.as_data(),
            "born_on": {"id": words.date_id(self.born_on), "en": words.date_en(self.born_on)},
            "birth_order": {"id": words.number_id(self.birth_order), "en": words.number_en(self.birth_order)},
            "issued_on": {"id": words.date_id(self.issued_on), "en": words.date_en(self.issued_on)},
        }


@dataclass(frozen=True, repr=False)
class PapersReceipt:
    """The office's own *tanda terima surat*. `promised` is worded as the chat words it."""

    template: ClassVar[str] = RECEIPT

    letterhead: Letterhead
    case_number: str
    service: str
    applicant: str
    papers: tuple[str, ...]
    promised: str
    received_on: date

    def as_data(self) -> Data:
        return dict(vars(self)) | {
            "letterhead": self.letterhead.as_data(),
            "papers": list(self.papers),
            "received_on": format_date(self.received_on, "d MMMM y", locale="id"),
        }


@dataclass(frozen=True, repr=False)
class FilledBlock:
    """A part of a form: words, lines (label, value), boxes (label, ticked), or people under headings."""

    title: str
    text: str
    rows: tuple[tuple[str, str], ...]
    ticks: tuple[tuple[str, bool], ...]
    columns: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, repr=False)
class FilledForm:
    """A form of Permendagri 109/2019. No document of the office: it bears neither letterhead nor code to verify.

    A signature is who signs, the name where it is known, and whether a duty stamp goes there.
    """

    template: ClassVar[str] = "formulir"

    code: str
    title: str
    english: str
    office: str
    signed: bool  # by the citizen's hand
    blocks: tuple[FilledBlock, ...]
    signatures: tuple[tuple[str, str, bool], ...]
    source: str

    def as_data(self) -> Data:
        return dict(vars(self)) | {"blocks": [dict(vars(block)) for block in self.blocks]}


class Content(Protocol):
    """Any document of the office above."""

    template: ClassVar[str]

    def as_data(self) -> Data: ...


CONTENT: dict[str, type[Content]] = {kind.template: kind for kind in (FamilyCard, BirthExcerpt, PapersReceipt)}


def _numeric(day: date | None) -> str:
    return day.strftime("%d-%m-%Y") if day else NO_ENTRY
