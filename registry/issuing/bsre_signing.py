"""Signing one document at BSrE, so that no silence of theirs makes two signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from registry.actors import Actor
from registry.database import Database
from registry.issuing import signing_tries
from registry.issuing.bsre import Bsre, BsreAway, PerhapsSigned
from registry.issuing.checked_apart import checked
from registry.issuing.drafts import ToSign
from registry.issuing.sign import KeyUnusable, NotSignable, WrongPassphrase
from registry.issuing.verify import Verdict

SURELY_NOT = (WrongPassphrase, KeyUnusable, NotSignable, BsreAway)


@dataclass(frozen=True)
class BsreSigning:
    database: Database
    bsre: Bsre
    actor: Actor
    to_sign: ToSign

    def sign(self, pdf: bytes, passphrase: str, at: datetime, *, again: bool) -> bytes:
        """The try is noted before anything is sent. What an earlier one left at BSrE is fetched, not signed anew."""
        left = self._fetched()
        if left is not None:
            return left
        with self.database.writing() as session:
            try_id = signing_tries.begin(session, self.actor, self.to_sign, at, again=again)
        try:
            signed = self.bsre.sign(
                pdf, nik=str(self.to_sign.nik), passphrase=passphrase, reason=self.to_sign.reason,
                location=self.to_sign.location,
            )  # fmt: skip
        except PerhapsSigned as silence:
            with self.database.writing() as session:
                signing_tries.note_id(session, try_id, silence.id_dokumen)
            raise
        except SURELY_NOT:
            with self.database.writing() as session:
                signing_tries.close(session, self.to_sign)
            raise
        return _signed(signed.pdf)

    def _fetched(self) -> bytes | None:
        with self.database.reading() as session:
            left = signing_tries.open_try(session, self.to_sign)
            id_dokumen = left.id_dokumen if left else None
        pdf = self.bsre.fetch(id_dokumen) if id_dokumen else None
        return _signed(pdf) if pdf else None


def _signed(pdf: bytes) -> bytes:
    """What comes back has to bear a signature over the whole of it. Whose root that is, TRUSTED_SIGNERS tells later.
    It is a stranger's file like any other: a process of its own looks at it."""
    if checked(pdf, ()).verdict in (Verdict.UNSIGNED, Verdict.ALTERED, Verdict.DAMAGED):
        raise NotSignable("what came back from BSrE bears no whole signature")
    return pdf
