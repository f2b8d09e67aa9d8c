"""What rendering and signing need, read and checked beforehand: both are slow, and no transaction waits for them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor, NotFound
from registry.issuing.composing import Sources, Wording, compose, rendered_here
from registry.issuing.content import Data, PapersReceipt
from registry.issuing.render import render
from registry.issuing.ways import expect_electronic
from registry.lifecycle import OPEN, DocumentState, Refused, document_after
from registry.models import Case, Document, Office, Officer
from registry.moves import may_see
from registry.places.regions import Regions

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that reads like something else
CODE_LENGTH = 10


@dataclass(frozen=True, repr=False)
class Draft:
    """All that rendering needs. `replaces` is the object the document had when it was read."""

    document_id: int
    replaces: str | None
    template: str
    content: Data
    sample: bool
    code: str
    verify_url: str

    def render(self, at: datetime) -> bytes:
        second = at.replace(microsecond=0)  # Typst takes no fractions
        return render(self.template, self.content, sample=self.sample, verify_url=self.verify_url, at=second)


@dataclass(frozen=True, repr=False)
class HandDraft:
    """What is printed for a signature by hand: no QR, and nothing of it is kept before its scan comes back."""

    template: str
    content: Data
    sample: bool

    def render(self, at: datetime) -> bytes:
        second = at.replace(microsecond=0)
        return render(self.template, self.content, sample=self.sample, verify_url=None, at=second)


@dataclass(frozen=True)
class Press:
    """What every document printed here takes from elsewhere."""

    regions: Regions
    words: Wording
    public_url: str
    official: bool

    def content(self, session: Session, document: Document, case: Case, at: datetime) -> tuple[Data, bool]:
        """And whether it is a sample: what comes from SIAK's register always, the office's own unless `official`.

        Raises Refused("refused-no-template") for what only SIAK makes.
        """
        if not rendered_here(document.template):
            raise Refused("refused-no-template")
        office = session.get_one(Office, document.office_id)
        sample = document.source == "siak" or not self.official
        sources = Sources(session, case, office, self.regions, self.words, at, sample)
        return compose(str(document.template), sources).as_data(), sample


@dataclass(frozen=True)
class ToSign:
    """The objects that hold the PDF and the signatory's locked key, and what the signature tells of itself."""

    document_id: int
    replaces: str
    key_file: str | None
    nik: str | None  # as BSrE knows the signatory
    reason: str
    location: str


@dataclass(frozen=True)
class Filed:
    """A PDF as it lies in the object store."""

    key: str
    sha256: str


def prepare(session: Session, actor: Actor, document_id: int, press: Press, at: datetime) -> Draft:
    document, case = look(session, actor, document_id)
    document_after(document.state, "document_rendered", actor.roles)
    expect_electronic(session, document, case)
    return _draft(session, document, case, press, at)


def prepare_receipt(session: Session, actor: Actor, case_id: int, press: Press, at: datetime) -> Draft:
    """Of a letter that is opened only once it is rendered: what cannot be made leaves nothing behind."""
    case = session.get(Case, case_id)
    if case is None or not may_see(actor, case):
        raise NotFound
    if case.state not in OPEN:
        raise Refused("refused-state", state=case.state)
    return _draft(session, receipt_of(case, at), case, press, at)


def prepare_by_hand(session: Session, actor: Actor, document_id: int, press: Press, at: datetime) -> HandDraft:
    """Printing it is in the log: it is a look at the record."""
    document, case = look(session, actor, document_id)
    if document.state is not DocumentState.TO_SIGN_BY_HAND or document.source == "siak":
        raise Refused("refused-state", state=document.state)
    content, sample = press.content(session, document, case, at)
    audit.record_documents(session, actor, "hand_letter_printed", [document], at)
    return HandDraft(str(document.template), content, sample)


def receipt_of(case: Case, at: datetime) -> Document:
    """The office's own letter of receipt, not yet opened."""
    return Document(
        case_id=case.id,
        office_id=case.office_id,
        kind="pdf",
        template=PapersReceipt.template,
        source="office",
        state=DocumentState.IN_SIAK,
        created_at=at,
    )


def _draft(session: Session, document: Document, case: Case, press: Press, at: datetime) -> Draft:
    content, sample = press.content(session, document, case, at)
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return Draft(
        document_id=document.id,
        replaces=document.object_key,
        template=str(document.template),
        content=content,
        sample=sample,
        code=code,
        verify_url=f"{press.public_url}/v/{code}",
    )


def expect_pdf(session: Session, actor: Actor, document_id: int) -> str | None:
    """Whether a PDF may be attached, asked before the file is judged. The object it would replace."""
    document, _ = look(session, actor, document_id)
    document_after(document.state, "document_attached", actor.roles)
    return document.object_key


def prepare_signing(session: Session, actor: Actor, document_id: int) -> ToSign:
    """Raises Refused("refused-no-signing-key") for a signatory whose key was never stored."""
    document, case = look(session, actor, document_id)
    document_after(document.state, "document_signed", actor.roles)
    officer = session.get_one(Officer, actor.officer_id)
    if not (officer.signing_key or officer.signing_nik) or document.object_key is None:
        raise Refused("refused-no-signing-key" if document.object_key else "refused-no-pdf")
    return ToSign(
        document_id=document.id,
        replaces=document.object_key,
        key_file=officer.signing_key,
        nik=officer.signing_nik,
        reason=f"Permohonan {case.number}",
        location=session.get_one(Office, document.office_id).name,
    )


def look(session: Session, actor: Actor, document_id: int) -> tuple[Document, Case]:
    """Without a lock: what is done with it is checked again under one."""
    document = session.get(Document, document_id)
    case = session.get(Case, document.case_id) if document else None
    if document is None or case is None or not may_see(actor, case):
        raise NotFound
    return document, case
