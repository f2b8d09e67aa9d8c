"""Which documents a newer issue stands in the place of: the same document, as its number says, or the same person's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from registry.actors import SYSTEM
from registry.catalogue.subjects import person_named
from registry.issuing.ways import BY_HAND
from registry.lifecycle import DOCUMENT_ENDS, IN_FORCE
from registry.models import AuditEntry, Case, Document
from registry.moves import lock_documents, move_documents
from registry.post.envelopes import latest
from registry.vault import normalised_words


def supersede_older(session: Session, document: Document, case: Case, at: datetime) -> None:
    """Once `document` is issued. What it replaces tells so under its code."""
    if older := replaced_by(session, document, case):
        _supersede(session, older, document.id, at)


def arrived(session: Session, came: Sequence[tuple[Document, Case]], at: datetime) -> None:
    """Paper signed by hand is in force once it is with the citizen. What was made before it is replaced by it; where
    something newer was issued while it was on its way, it is replaced itself."""
    for document, case in came:  # one, as a rule: at the counter, or as the post tells
        if document.via != BY_HAND:
            continue
        supersede_older(session, document, case, at)
        if newer := _alike(session, document, case, newer=True):
            _supersede(session, [document.id], max(newer), at)


def replaced_already(session: Session, found: Sequence[tuple[Document, Case]]) -> dict[int, Case]:
    """Of papers signed by hand that are still in the house or on their way: by document, the request from which a newer
    one was issued meanwhile. Two statements for any number."""
    mine = [(each, of) for each, of in found if each.via == BY_HAND and each.state not in DOCUMENT_ENDS]
    if not mine:
        return {}
    alike = or_(*(_may_be_same(each, of) for each, of in mine))
    wanted = select(Document, Case).join(Case, col(Document.case_id) == Case.id).where(alike, Document.source == "siak")
    wanted = wanted.where(col(Document.state).in_(IN_FORCE), col(Document.template).in_([e.template for e, _ in mine]))
    newer = session.exec(wanted.where(col(Document.office_id).in_({each.office_id for each, _ in mine}))).all()
    made = _made(session, [each for each, _ in (*mine, *newer)])
    return {
        each.id: by
        for each, of in mine
        for other, by in newer
        if (other.template, other.kind, other.office_id) == (each.template, each.kind, each.office_id)
        and _is_same(each, of, other, by)
        and _is_later(made[other.id], made[each.id])
    }


def _supersede(session: Session, older: Sequence[int], by: int, at: datetime) -> None:
    found = [each for each, _ in lock_documents(session, SYSTEM, older)]
    found = [each for each in found if each.state in IN_FORCE]
    move_documents(session, SYSTEM, found, "document_superseded", at)
    for each in found:
        each.superseded_by = by
        session.add(each)


def reinstate(session: Session, document: Document, at: datetime) -> None:
    """What was replaced by a document that was not sent after all is in force again, as it was handed out."""
    replaced = session.exec(select(Document.id).where(Document.superseded_by == document.id)).all()
    found = [each for each, _ in lock_documents(session, SYSTEM, replaced)] if replaced else []
    for event, alike in _reinstated(session, found).items():
        move_documents(session, SYSTEM, alike, event, at)
    for each in found:
        each.superseded_by = None
        session.add(each)


def _reinstated(session: Session, found: Sequence[Document]) -> dict[str, list[Document]]:
    """By what befalls them: who has paper has it still, from the post or from the counter."""
    delivered = {number for number, each in latest(session, [each.id for each in found]).items() if each.delivered_at}
    events: dict[str, list[Document]] = {}
    for each in found:
        on_paper = "posted_reinstated" if each.id in delivered else "collected_reinstated"
        events.setdefault(on_paper if each.via == BY_HAND else "superseding_undone", []).append(each)
    return events


def replaced_by(session: Session, document: Document, case: Case) -> list[int]:
    """The ids of those of the office that were issued before. SIAK's documents alone: of the office's own papers each
    counts.

    With the same number it is the same document, whoever asked for it. Where one of the numbers is unknown it is the
    same person's: the NIK may be a parent's, who asks for several children, so the name must be the same as well.
    """
    return _alike(session, document, case, newer=False)


def _alike(session: Session, document: Document, case: Case, *, newer: bool) -> list[int]:
    if document.source != "siak":
        return []
    issued = select(Document, Case).join(Case, col(Document.case_id) == Case.id)
    alike = issued.where(Document.template == document.template, Document.kind == document.kind)
    in_force = alike.where(col(Document.state).in_(IN_FORCE), Document.id != document.id)
    in_force = in_force.where(Document.office_id == document.office_id, _may_be_same(document, case))
    found = [each for each, of in session.exec(in_force) if _is_same(document, case, each, of)]
    made = _made(session, [document, *found])
    return [each.id for each in found if _is_later(made[each.id], made[document.id]) is newer]


def _is_later(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one > other


def _made(session: Session, documents: Sequence[Document]) -> dict[int, datetime | None]:
    """When each was. Paper signed by hand says what was so when it was printed for that, however long it took to come
    back."""
    made = {each.id: each.issued_at or each.signed_at for each in documents}
    subjects = {f"document:{each.id}": each.id for each in documents if each.via == BY_HAND}
    if subjects:
        begun = select(AuditEntry.subject, func.max(AuditEntry.at)).where(col(AuditEntry.subject).in_(subjects))
        begun = begun.where(AuditEntry.action == "hand_signing_begun", col(AuditEntry.officer_id).is_not(None))
        made |= {subjects[str(subject)]: at for subject, at in session.exec(begun.group_by(col(AuditEntry.subject)))}
    return made


def _may_be_same(document: Document, case: Case) -> ColumnElement[bool]:
    """On an index each."""
    wanted = []
    if document.number_index is not None:
        wanted.append(col(Document.number_index) == document.number_index)
    if case.nik_index is not None:
        wanted.append(col(Case.nik_index) == case.nik_index)
    return or_(*wanted) if wanted else col(Document.id).is_(None)


def _is_same(document: Document, case: Case, other: Document, of: Case) -> bool:
    if document.number_index is not None and other.number_index is not None:
        return document.number_index == other.number_index
    name = normalised_words(person_named(case))
    return case.nik_index is not None and case.nik_index == of.nik_index and normalised_words(person_named(of)) == name
