"""Finds an office's cases by what somebody at the counter can name: a number, a person, a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, insert
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry.actors import Actor, NotFound
from registry.catalogue import Service
from registry.desk.keying import NUMBER as KEYED
from registry.desk.name_beginnings import begun_with
from registry.issuing.document_numbers import PLAIN, index_of, plain
from registry.models import Case, CaseWord, Contact, Document, Office, Sender, Shipment
from registry.vault import normalised_words, vault

MOST, MOST_WORDS = 50, 6
DISTRICT = len("64.71.05")
CASE_NUMBER = re.compile(r"(?:([A-Za-z]{2,8})[\s-]*)?0*(\d{1,9})")
PHONE = re.compile(r"(?:\+?62|0)(8\d{7,12})")
Condition = ColumnElement[bool]

CASE_WORDS = SQLModel.metadata.tables["caseword"]
# Built once: putting a statement together takes longer than running it.
FORGOTTEN = delete(CASE_WORDS).where(CASE_WORDS.c.case_id == bindparam("case"))
FOUND_BY = insert(CASE_WORDS)


def marks(service: Service, answers: Mapping[str, Any]) -> dict[str, Any]:
    """By what else a case is found: the first NIK and the first KK number answered, as blind indexes; the kecamatan of
    the first village."""
    nik, kk, village = (first_given(service, answers, kind) for kind in ("nik", "kk_number", "village"))
    return {
        "nik_index": vault().blind("nik", nik) if nik else None,
        "kk_index": vault().blind("kk", kk) if kk else None,
        "district": village[:DISTRICT] if village else None,
    }


def first_given(service: Service, answers: Mapping[str, Any], kind: str) -> str | None:
    """The first answer to questions of this kind about the subject."""
    given = (answers.get(question.key) for question in service.of_subject if question.kind == kind)
    return next((str(value) for value in given if value), None)


def index(session: Session, case: Case, service: Service) -> None:
    """Makes the case findable by every word of the names answered. Idempotent: a corrected name replaces the old."""
    session.connection().execute(FORGOTTEN, {"case": case.id})
    index_new(session, case, service)


def index_new(session: Session, case: Case, service: Service) -> None:
    names = " ".join(str(case.answers.get(q.key) or "") for q in service.question if q.kind == "name")
    rows = [
        {"office_id": case.office_id, "word": word, "case_id": case.id} for word in vault().blind_words("name", names)
    ]
    if rows:
        session.connection().execute(FOUND_BY, rows)


def index_from(session: Session, after: int, services: Mapping[str, Service], batch: int = 500) -> int | None:
    """Makes the next `batch` cases findable, and returns the id to go on from; none: that was the last.

    For cases opened before there was a search, and after the index key was changed.
    """
    cases = session.exec(select(Case).where(col(Case.id) > after).order_by(col(Case.id)).limit(batch)).all()
    for case in cases:
        if service := services.get(case.service):
            index(session, case, service)
            case.sqlmodel_update(marks(service, case.answers))
    return cases[-1].id if cases else None


def search(session: Session, actor: Actor, text: str, *, office_id: int | None = None) -> Sequence[Case]:
    """The newest first, at most MOST. `office_id` narrows what the province sees; an officer sees their office alone.

    Understood are case numbers (BPP-00412 or 412), NIK, KK numbers, telephone numbers, the code under a document's QR,
    tracking numbers, numbers in SIAK, whole words of a name, and where none of these finds any, beginnings of words.
    """
    office = actor.office_id or office_id
    if office is None:
        raise NotFound
    for condition in _meanings(session, office, text.strip()):
        found = session.exec(
            select(Case).where(Case.office_id == office, condition).order_by(col(Case.id).desc()).limit(MOST)
        ).all()
        if found:
            return found
    begun = begun_with(session, office, normalised_words(text)[:MOST_WORDS], MOST)
    return session.exec(select(Case).where(col(Case.id).in_(begun)).order_by(col(Case.id).desc())).all()


def _meanings(session: Session, office_id: int, text: str) -> Iterator[Condition]:
    """What the text may be, the surest first."""
    bare = re.sub(r"[\s.-]", "", text)
    for pattern, condition in NUMBERS:
        if match := pattern.fullmatch(bare):
            yield condition(match)
    if number := case_number(session, office_id, text):
        yield col(Case.number) == number
    if KEYED.fullmatch(keyed := re.sub(r"\s", "", text).upper()):
        yield col(Case.id).in_(select(Document.case_id).where(col(Document.siak_number) == keyed))
    if PLAIN.fullmatch(plain(text)):
        indexed = col(Document.number_index) == index_of(text)
        yield col(Case.id).in_(select(Document.case_id).where(indexed))
    yield from _words(office_id, text)


def case_number(session: Session, office_id: int, text: str) -> str | None:
    """BPP-00412 for "bpp 412", "BPP412" and, in that office, "412"."""
    match = CASE_NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    code = match[1] or session.get_one(Office, office_id).code
    return f"{code.upper()}-{int(match[2]):05d}"


def _nik(match: re.Match[str]) -> Condition:
    return col(Case.nik_index) == vault().blind("nik", match[0])


def _kk(match: re.Match[str]) -> Condition:
    return col(Case.kk_index) == vault().blind("kk", match[0])


def _phone(match: re.Match[str]) -> Condition:
    theirs = telephones(match).with_only_columns(col(Contact.id))
    filed = select(Case.id).where(col(Case.contact_id).in_(theirs))
    heard_of = select(Case.id).where(col(Case.relative_id).in_(theirs))  # filed at the counter, for who has no number
    return col(Case.id).in_(filed.union(heard_of))


def telephones(match: re.Match[str]) -> SelectOfScalar[Contact]:
    """The contacts of a number that PHONE has matched, on all channels."""
    number = f"+62{match[1]}"
    addresses = [vault().blind("address", address) for address in (number, f"whatsapp:{number}", f"web:{number}")]
    ours = col(Contact.sender_id).in_(select(Sender.id))  # few, and the index of addresses begins with them
    return select(Contact).where(ours, col(Contact.address_index).in_(addresses))


def _printed_code(match: re.Match[str]) -> Condition:
    code = match[0].upper()
    of_documents = select(Document.case_id).where(col(Document.code) == code)
    posted = select(Shipment.document_id).where(col(Shipment.tracking_number) == code)
    return col(Case.id).in_(of_documents.union(select(Document.case_id).where(col(Document.id).in_(posted))))


NUMBERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Condition]], ...] = (
    (re.compile(r"\d{16}"), _nik),
    (re.compile(r"\d{16}"), _kk),
    (PHONE, _phone),
    (re.compile(r"(?=.*\d)[A-Za-z0-9]{8,20}"), _printed_code),
)


def _words(office_id: int, text: str) -> Iterator[Condition]:
    """Every word must be among the names of the case."""
    words = vault().blind_words("name", " ".join(normalised_words(text)[:MOST_WORDS]))
    if words:
        yield and_(*(col(Case.id).in_(_cases_with(office_id, word)) for word in words))


def _cases_with(office_id: int, word: bytes) -> SelectOfScalar[int]:
    return select(CaseWord.case_id).where(CaseWord.office_id == office_id, CaseWord.word == word)
