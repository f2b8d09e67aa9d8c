"""Which documents a newer one stands in the place of: of the same kind, and for the same person."""

from __future__ import annotations

from sqlmodel import Session, col, select

from registry.catalogue.subjects import person_named
from registry.lifecycle import DocumentState
from registry.models import Case, Document
from registry.vault import normalised_words


def replaced_by(session: Session, document: Document, case: Case) -> list[int]:
    """The ids of those of the office that are issued. SIAK's documents alone: of the office's own papers each counts.

    The NIK may be a parent's, who asks for several children: the name must be the same as well.
    """
    if document.source != "siak" or case.nik_index is None:
        return []
    issued = select(Document, Case).join(Case, col(Document.case_id) == Case.id)
    issued = issued.where(Case.nik_index == case.nik_index, Document.office_id == document.office_id)
    alike = issued.where(Document.template == document.template, Document.kind == document.kind)
    older = alike.where(Document.state == DocumentState.ISSUED, Document.id != document.id)
    name = normalised_words(person_named(case))
    return [each.id for each, of in session.exec(older) if normalised_words(person_named(of)) == name]
