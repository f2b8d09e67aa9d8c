"""The population register as the rest of the office sees it. A local table stands in for SIAK."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session, SQLModel

from registry.models import Office, Resident
from registry.nik import Nik
from registry.population.claims import Claim, Verdict, claim_of
from registry.services.service import Service
from registry.vault import normalised_words, vault

HEAD = "Kepala Keluarga"
COUPLE = (HEAD, "Suami", "Istri")
SEXES = {"male": "Laki-laki", "female": "Perempuan"}
DATES = ("born_on", "married_on")
READ = "residents"  # in the session's info: by blind index, who was found

RESIDENTS = SQLModel.metadata.tables["resident"]
# Built once: putting a statement together takes longer than running it.
_NAMED = select(RESIDENTS.c.data).order_by(RESIDENTS.c.id)
BY_NIK = _NAMED.where(RESIDENTS.c.nik_index == bindparam("index"))
BY_KK = _NAMED.where(RESIDENTS.c.kk_index == bindparam("index"))


@dataclass(frozen=True, repr=False)
class Person:
    """One row of a family card, and where the family lives. `village` is a region code; RT and RW have three digits."""

    nik: str
    kk_number: str
    name: str
    sex: str  # male | female
    birth_place: str
    born_on: date
    religion: str
    education: str
    occupation: str
    blood_type: str
    marital_status: str
    married_on: date | None
    relation: str  # to the head of the family (SHDK)
    citizenship: str
    passport: str
    stay_permit: str  # KITAP
    father: str
    mother: str
    address: str
    rt: str
    rw: str
    village: str


def find_by_nik(session: Session, nik: str) -> Person | None:
    return next(iter(_people(session, BY_NIK, vault().blind("resident.nik", nik))), None)


def family(session: Session, kk_number: str) -> list[Person]:
    """In the order of the card: the head first. Empty for an unknown number."""
    return _people(session, BY_KK, vault().blind("resident.kk", kk_number))


def enrol(session: Session, people: Iterable[Person]) -> None:
    """Adds people in the order in which their cards name them."""
    session.info.pop(READ, None)
    session.add_all(
        Resident(
            nik_index=vault().blind("resident.nik", person.nik),
            kk_index=vault().blind("resident.kk", person.kk_number),
            region=person.village[:5],
            data=_to_json(person),
        )
        for person in people
    )


@dataclass(frozen=True)
class LocalTable:
    """The register at hand, within the transaction of whoever asks."""

    session: Session

    def verify(self, claim: Claim) -> Verdict:
        person = find_by_nik(self.session, claim.nik)
        if person is None:
            return Verdict(found=False)
        known = {"birth_date": person.born_on.isoformat(), "kk_number": person.kk_number}
        same = {kind: said == known[kind] for kind, said in claim.says.items() if kind in known}
        if name := claim.says.get("name"):
            same["name"] = normalised_words(name) == normalised_words(person.name)
        return Verdict(True, same)


def compare(
    session: Session, office: Office, service: Service, answers: Mapping[str, Any], *, official: bool
) -> list[str]:
    """Warnings for the officer, never a ground for refusal (Permendagri 108/2019 Pasal 15(3)).

    They are nik-unknown, name-differs, birth-date-differs, kk-differs, and of who files for somebody else
    applicant-not-on-card and applicant-differs; where issuing is `official`, also sample-nik. An office that asks the
    centre's data service is told by `population.checks` instead, once the case is filed: no turn waits for it.
    """
    claim = claim_of(service, answers)
    if claim is None:
        return []
    sample = ["sample-nik"] if official and Nik(claim.nik).is_sample else []
    if office.lookups_a_day:
        return sample
    person = find_by_nik(session, claim.nik)
    return [*sample, *LocalTable(session).verify(claim).flags, *_of_applicant(session, person, answers)]


def _of_applicant(session: Session, person: Person | None, answers: Mapping[str, Any]) -> list[str]:
    """Who says to be on the same family card needs no authority: their name should stand on it."""
    name = normalised_words(str(answers.get("applicant_name") or ""))
    if not name:
        return []
    if nik := answers.get("applicant_nik"):
        applicant = find_by_nik(session, nik)
        return ["applicant-differs"] if applicant and normalised_words(applicant.name) != name else []
    relatives = family(session, person.kk_number) if person else []
    known = [normalised_words(relative.name) for relative in relatives]
    return ["applicant-not-on-card"] if known and name not in known else []


def _people(session: Session, found: Select[tuple[dict[str, Any]]], index: bytes) -> list[Person]:
    """Read once in a session: to file a case, several ask for the same person."""
    read: dict[bytes, list[Person]] = session.info.setdefault(READ, {})
    if index not in read:
        read[index] = [_from_json(data) for data in session.connection().execute(found, {"index": index}).scalars()]
    return read[index]


def _to_json(person: Person) -> dict[str, Any]:
    data = asdict(person)
    return data | {key: data[key].isoformat() for key in DATES if data[key]}


def _from_json(data: Mapping[str, Any]) -> Person:
    return Person(**{**data, **{key: date.fromisoformat(data[key]) for key in DATES if data[key]}})
