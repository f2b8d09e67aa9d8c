"""Documents between two transactions: rendered, judged or signed while nothing is locked, then stored."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from backoffice.access import actor
from backoffice.acting import Change, in_transaction
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import Words
from registry import documents
from registry.drafts import Filed, expect_pdf, prepare, prepare_signing
from registry.issuing.render import RenderFailed
from registry.issuing.sign import SigningKey, sign
from registry.issuing.verify import check, fingerprint
from registry.lifecycle import Refused
from registry.models import Document, Office


def render(document_id: int) -> None:
    """The document as this office prints it. Raises Refused when register or answers lack what must stand on it."""
    given, at = parts(), parts().clock()
    with given.database.reading() as session:
        draft = prepare(
            session, actor(), document_id, at,
            regions=given.regions, words=_office_words(session, document_id),
            public_url=given.settings.public_url, official=given.settings.issuing == "official",
        )  # fmt: skip
    try:
        pdf = draft.render(at.replace(microsecond=0))
    except RenderFailed:
        raise Refused("refused-not-rendered") from None
    _keep(pdf, lambda filed: lambda s, who, now: documents.store_rendered(s, who, draft, filed, now))


def attach(document_id: int, pdf: bytes) -> None:
    """A PDF made elsewhere. A signed one is kept byte for byte, else its signature would break."""
    with parts().database.reading() as session:
        replaces = expect_pdf(session, actor(), document_id)
    judged = check(pdf, [path.read_bytes() for path in parts().settings.trusted_signers])
    _keep(
        pdf,
        lambda filed: lambda s, who, now: documents.attach(s, who, document_id, replaces, judged, filed, now),
    )


def sign_one(document_id: int, passphrase: str) -> None:
    """Raises WrongPassphrase, KeyUnusable, NotSignable or Refused. The passphrase goes nowhere else."""
    store, at = parts().store, parts().clock()
    with parts().database.reading() as session:
        wanted = prepare_signing(session, actor(), document_id)
    key = SigningKey.open(store.get(wanted.key_file), passphrase)
    pdf = sign(store.get(wanted.replaces), key, at=at, reason=wanted.reason, location=wanted.location)
    _keep(pdf, lambda filed: lambda s, who, now: documents.store_signed(s, who, wanted, filed, now))


def _keep(pdf: bytes, change: Callable[[Filed], Change]) -> None:
    """Stored before the transaction, and taken away again when that refuses."""
    key = parts().store.put(pdf)
    try:
        in_transaction(change(Filed(key, fingerprint(pdf))))
    except Exception:
        parts().store.delete(key)
        raise


def _office_words(session: Session, document_id: int) -> Words:
    """What the office prints is Indonesian, whatever the officer reads."""
    document = session.get(Document, document_id)
    office = session.get(Office, document.office_id) if document else None
    return Words(texts("id"), Clock(office.timezone, "id") if office else None)
