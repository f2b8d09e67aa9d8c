"""Which documents a newer issue stands in the place of: the same document, as its number says, or the same person's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from registry.actors import SYSTEM
from registry.catalogue.subjects import person_named
from registry.issuing.ways import BY_HAND
from registry.lifecycle import IN_FORCE
from registry.models import Case, Document
from registry.moves import lock_documents, move_documents
from registry.post.envelopes import latest
from registry.vault import normalised_words


def supersede_older(session: Session, document: Document, case: Case, at: datetime) -> None:
    """Once `document` is issued. What it replaces tells so under its code."""
    if not (older := replaced_by(session, document, case)):
        return
    found = [each for each, _ in lock_documents(session, SYSTEM, older)]
    found = [each for each in found if each.state in IN_FORCE]
    move_documents(session, SYSTEM, found, "document_superseded", at)
    for each in found:
        each.superseded_by = document.id
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
    if document.source != "siak":
        return []
    issued = select(Document, Case).join(Case, col(Document.case_id) == Case.id)
    alike = issued.where(Document.template == document.template, Document.kind == document.kind)
    older = alike.where(col(Document.state).in_(IN_FORCE), Document.id != document.id)
    older = older.where(Document.office_id == document.office_id, _may_be_same(document, case))
    return [each.id for each, of in session.exec(older) if _is_same(document, case, each, of)]


def _may_be_same(document: Document, case: Case) -> ColumnElement[bool]:
    """On an index each."""
    wanted = []
    if document.number_index is not None:
        wanted.append(col(Document.number_index) == document.number_index)
    if case.nik_index is not None:
        wanted.append(col(Case.nik_index) == case.nik_index)
    return or_(*wanted) if wanted else col(Document.id).is_(None)


def _is_same(document: Document, case: Case, older: Document, of: Case) -> bool:
    since, before = (each.issued_at or each.signed_at for each in (document, older))
    if since and before and before > since:
        return False
    if document.number_index is not None and older.number_index is not None:
        return document.number_index == older.number_index
    name = normalised_words(person_named(case))
    return case.nik_index is not None and case.nik_index == of.nik_index and normalised_words(person_named(of)) == name
