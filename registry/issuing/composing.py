"""Turns a case, the register and the office into what a template prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Never, Protocol
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from registry.issuing import substitutes
from registry.issuing.content import BirthExcerpt, Content, FamilyCard, FamilyMember, Letterhead, PapersReceipt
from registry.lifecycle import Refused
from registry.models import Case, Office, Paper, PaperState
from registry.places.regions import Region, Regions
from registry.residents import COUPLE, HEAD, SEXES, Person, family, find_by_nik
from registry.vault import normalised_words

SAMPLE_NOTE = "Dokumen ini ditandatangani secara elektronik dengan sertifikat percobaan."
OFFICIAL_NOTE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh "
    "Balai Sertifikasi Elektronik (BSrE), BSSN."
)


class Wording(Protocol):
    """How the office words things in Indonesian, which all its papers are written in."""

    def service(self, code: str) -> str: ...

    def paper(self, key: str) -> str: ...

    def long(self, at: datetime) -> str: ...


@dataclass(frozen=True)
class Sources:
    """Where everything on a document comes from."""

    session: Session
    case: Case
    office: Office
    regions: Regions
    words: Wording
    at: datetime
    sample: bool

    @property
    def today(self) -> date:
        return self.at.astimezone(ZoneInfo(self.office.timezone)).date()

    def answer(self, key: str) -> str:
        return str(self.case.answers.get(key) or "") or _missing(key)

    def signatory(self) -> tuple[str, str, str]:
        """Name, NIP and title of who signs on this day: the head, or who stands in."""
        substitute = substitutes.acting(self.session, self.office.id, self.today)
        if substitute is not None:
            return substitute.name, substitute.nip, substitute.title
        return self.office.signatory_name, self.office.signatory_nip, self.office.signatory_title

    def letterhead(self) -> Letterhead:
        regency = self.regions[self.office.region]
        name, nip, title = self.signatory()
        if not (name and nip and title):
            raise Refused("refused-no-signatory")
        return Letterhead(
            office=self.office.name,
            regency=regency.name,
            province=self.regions[regency.parent].name,
            address=self.office.address,
            place=regency.short_name,
            signatory_name=name,
            signatory_nip=nip,
            signatory_title=title,
            signature_note=SAMPLE_NOTE if self.sample else OFFICIAL_NOTE,
        )


def compose(template: str, sources: Sources) -> Content:
    """Raises Refused("refused-no-register-data", missing=...) where register or answers lack what must be printed."""
    return _COMPOSERS[template](sources)


def rendered_here(template: str | None) -> bool:
    """What is not, SIAK makes: its PDF is attached, or sent by SIAK."""
    return template in _COMPOSERS


def _family_card(sources: Sources) -> FamilyCard:
    asker = _registered(sources, sources.answer("nik"))
    members = family(sources.session, asker.kk_number)
    head = next((person for person in members if person.relation == HEAD), None) or _missing("head")
    if len(members) > FamilyCard.most_members:
        _missing("rows")
    village = sources.regions[head.village]
    return FamilyCard(
        letterhead=sources.letterhead(),
        number=head.kk_number,
        head=head.name,
        address=head.address,
        rt=head.rt,
        rw=head.rw,
        postal_code=village.postal_code,
        village=village.name,
        district=sources.regions[village.parent].name,
        members=tuple(_member(person) for person in members),
        issued_on=sources.today,
    )


def _birth_excerpt(sources: Sources) -> BirthExcerpt:
    parent = _registered(sources, sources.answer("nik"))
    members = family(sources.session, parent.kk_number)
    couple = {person.sex: person for person in members if person.relation in COUPLE} | {parent.sex: parent}
    mother = couple.get("female") or _missing("mother")
    born_on, name = date.fromisoformat(sources.answer("birth_date")), sources.answer("child_name")
    return BirthExcerpt(
        letterhead=sources.letterhead(),
        nik=_childs_nik(members, name, born_on) or _sample_nik(sources.regions[parent.village], born_on, sources),
        # Serial 0000, as in a sample NIK: the register gives the real one.
        number=f"{sources.office.region.replace('.', '')}-LU-{sources.today:%d%m%Y}-0000",
        birth_place=sources.answer("birth_place"),
        born_on=born_on,
        name=name,
        birth_order=int(sources.answer("child_number")),
        male=sources.answer("sex") == "male",
        father=couple["male"].name if "male" in couple else None,
        mother=mother.name,
        issued_on=sources.today,
    )


def _papers_receipt(sources: Sources) -> PapersReceipt:
    case, words = sources.case, sources.words
    received = select(Paper).where(
        Paper.case_id == case.id, col(Paper.state).in_((PaperState.SENT, PaperState.ACCEPTED, PaperState.SEEN))
    )
    papers = sources.session.exec(received.order_by(col(Paper.id))).all()
    return PapersReceipt(
        letterhead=sources.letterhead(),
        case_number=case.number,
        service=words.service(case.service),
        applicant=_applicant(sources),
        papers=tuple(words.paper(paper.key) for paper in papers) or _missing("papers"),
        promised=words.long(case.promised_at or _missing("promise")),
        received_on=sources.today,
    )


def _applicant(sources: Sources) -> str:
    """As the citizen wrote it: a number alone must not bring to light whose it is."""
    if name := sources.case.answers.get("name"):
        return str(name)
    return _registered(sources, sources.answer("nik")).name


def _registered(sources: Sources, nik: str) -> Person:
    """An office prints its own residents only: another's family is not its to show."""
    person = find_by_nik(sources.session, nik)
    if person is None or not person.village.startswith(sources.office.region):
        return _missing("nik")
    return person


def _childs_nik(members: Sequence[Person], name: str, born_on: date) -> str | None:
    wanted = (born_on, normalised_words(name))
    return next((person.nik for person in members if (person.born_on, normalised_words(person.name)) == wanted), None)


def _sample_nik(village: Region, born_on: date, sources: Sources) -> str:
    """SIAK gives the newborn's number, so the sample bears one that is never issued."""
    day = born_on.day + (40 if sources.answer("sex") == "female" else 0)
    return f"{village.parent.replace('.', '')}{day:02}{born_on:%m%y}0000"


def _member(person: Person) -> FamilyMember:
    printed: dict[str, Any] = {field.name: getattr(person, field.name) for field in fields(FamilyMember)}
    return FamilyMember(**printed | {"sex": SEXES[person.sex]})


def _missing(what: str) -> Never:
    raise Refused("refused-no-register-data", missing=what)


_COMPOSERS: dict[str, Callable[[Sources], Content]] = {
    "kartu_keluarga": _family_card,
    "kutipan_akta_kelahiran": _birth_excerpt,
    "tanda_terima_surat": _papers_receipt,
}
