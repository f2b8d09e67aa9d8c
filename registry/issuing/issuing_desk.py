"""Renders, takes in and signs PDFs: reads in one transaction, works outside of any, writes in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from registry import troubles
from registry.actors import Actor, NotFound
from registry.database import Database
from registry.issuing import by_hand, documents, signing_tries
from registry.issuing.bsre import Bsre
from registry.issuing.bsre_signing import BsreSigning
from registry.issuing.checked_apart import checked
from registry.issuing.composing import Wording
from registry.issuing.drafts import Draft, Filed, HandDraft, Press, prepare_by_hand, prepare_receipt
from registry.issuing.render import RenderFailed
from registry.issuing.scans import LARGEST_SCAN, as_pdf
from registry.issuing.sign import SigningKey, sign
from registry.issuing.verify import Check, fingerprint
from registry.lifecycle import Refused
from registry.models import Document, TroubleKind
from registry.places.regions import Regions
from registry.uploads.inspect import inspect
from registry.uploads.store import ObjectMissing, ObjectStore


@dataclass(frozen=True)
class IssuingDesk:
    """One for a process. `trusted_roots` are PEM files' contents. After a deed the caller wakes the drain."""

    database: Database
    store: ObjectStore
    regions: Regions
    public_url: str
    official: bool
    trusted_roots: tuple[bytes, ...] = ()
    bsre: Bsre | None = None
    check: Callable[[bytes, tuple[bytes, ...]], Check] = checked

    def render_sample(self, actor: Actor, document_id: int, words: Wording, at: datetime) -> Document:
        """The PDF that then waits for a signature."""
        with self.database.reading() as session:
            draft = documents.prepare(session, actor, document_id, self._press(words), at)
        pdf = self._rendered(actor, draft, at)
        with self._filed(pdf, draft.replaces) as filed, self.database.writing() as session:
            return documents.store_rendered(session, actor, draft, filed, at)

    def issue_receipt(self, actor: Actor, case_id: int, words: Wording, at: datetime) -> Document:
        """The office's own letter, to be signed as the office signs; refused, it leaves nothing behind."""
        with self.database.reading() as session:
            draft = prepare_receipt(session, actor, case_id, self._press(words), at)
            signed_by_hand = by_hand.applies(session, case_id)
        pdf = self._rendered(actor, draft, at)
        if signed_by_hand:
            with self.database.writing() as session:
                return by_hand.open_receipt(session, actor, case_id, at)
        with self._filed(pdf, None) as filed, self.database.writing() as session:
            receipt = documents.open_receipt(session, actor, case_id, at)
            opened = replace(draft, document_id=receipt.id, replaces=receipt.object_key)
            return documents.store_rendered(session, actor, opened, filed, at)

    def print_by_hand(self, actor: Actor, document_id: int, words: Wording, at: datetime) -> bytes:
        """The office's own paper with room for a signature; what SIAK makes is printed there."""
        with self.database.writing() as session:
            draft = prepare_by_hand(session, actor, document_id, self._press(words), at)
        return self._rendered(actor, draft, at)

    def attach_pdf(self, actor: Actor, document_id: int, pdf: bytes, at: datetime) -> Document:
        """Raises Refused("refused-pdf-altered", "-untrusted" or "-damaged") for a file that must not be passed on."""
        with self.database.reading() as session:
            replaces = documents.expect_pdf(session, actor, document_id)
        judged = self.check(pdf, self.trusted_roots)
        with self._filed(pdf, replaces) as filed, self.database.writing() as session:
            return documents.attach(session, actor, document_id, replaces, judged, filed, at)

    def sign(self, actor: Actor, document_id: int, passphrase: str, at: datetime, *, again: bool = False) -> Document:
        """One document. Raises what signing raises here or at BSrE; after WrongPassphrase the caller stops the batch,
        for several tries may lock a real key. `again`: though an earlier try may have signed it at BSrE."""
        with self.database.reading() as session:
            to_sign = documents.prepare_signing(session, actor, document_id)
        try:
            pdf = self.store.get(to_sign.replaces)
            signed = self._signed(actor, to_sign, pdf, passphrase, at, again=again)
        except ObjectMissing:  # another signature was quicker, and its PDF took this one's place
            raise Refused("refused-changed") from None
        with self._filed(signed, to_sign.replaces) as filed, self.database.writing() as session:
            signing_tries.close(session, to_sign)
            return documents.store_signed(session, actor, to_sign, filed, at)

    def _signed(
        self, actor: Actor, to_sign: documents.ToSign, pdf: bytes, passphrase: str, at: datetime, *, again: bool
    ) -> bytes:
        if self.bsre is not None and to_sign.nik is not None:
            return BsreSigning(self.database, self.bsre, actor, to_sign).sign(pdf, passphrase, at, again=again)
        if to_sign.key_file is None:
            raise Refused("refused-no-signing-key")
        key = SigningKey.open(self.store.get(to_sign.key_file), passphrase)
        return sign(pdf, key, at=at, reason=to_sign.reason, location=to_sign.location)

    def keep_scan(self, actor: Actor, document_id: int, scan: bytes, at: datetime) -> Document:
        """Of a paper that was signed by hand: a photo or a PDF. Raises NotAcceptable for what is neither."""
        with self.database.reading() as session:
            by_hand.expect_scan(session, actor, document_id)
        pdf = as_pdf(inspect(scan, max_bytes=LARGEST_SCAN))
        with self._filed(pdf, None) as filed, self.database.writing() as session:
            return by_hand.store_scan(session, actor, document_id, filed, at)

    def _press(self, words: Wording) -> Press:
        return Press(self.regions, words, self.public_url, self.official)

    @contextmanager
    def _filed(self, pdf: bytes, replaces: str | None) -> Iterator[Filed]:
        """The PDF in the store, and the one it replaces gone once the transaction within is through."""
        filed = Filed(self.store.put(pdf), fingerprint(pdf))
        try:
            yield filed
        except (Refused, NotFound):
            self.store.delete(filed.key)  # surely recorded nowhere; any other fault may come after the commit
            raise
        if replaces is not None:
            self.store.delete(replaces)

    def _rendered(self, actor: Actor, draft: Draft | HandDraft, at: datetime) -> bytes:
        """What cannot be drawn needs attention, not only the officer who wanted it."""
        try:
            return draft.render(at)
        except RenderFailed as fault:
            troubles.note(self.database, TroubleKind.RENDER, draft.template, fault, actor.office_id)
            raise Refused("refused-not-rendered") from None
