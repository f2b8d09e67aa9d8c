"""Papers sent by the page: they lie with their link until all are there, then they go into the inbox together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.uploads import MAX_BYTES, stored_values
from registry import audit, inbox, upload_links
from registry.actors import Actor, NotFound
from registry.database import Database
from registry.links import Gone
from registry.models import Contact, EventKind, Office, Sender, Upload, UploadLink, UploadState
from registry.uploads.inspect import inspect
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Kind, NotAcceptable, Quality, Refusal

MOST_FILES = 30  # of one link, those refused or taken back included: each costs an inspection
POOR_TRIES = 2  # after so many poor photos of a paper they do as they are


class TooManyFiles(Exception):
    """The link has taken all the files it may."""


class Incomplete(Exception):
    """A paper is still missing, or its only photo is poor and might be taken again."""


@dataclass(frozen=True)
class WantedPaper:
    """`refused` says why the newest file was not taken."""

    key: str
    files: tuple[Upload, ...] = ()
    refused: str | None = None
    accepted_as_it_is: bool = False

    @property
    def flagged(self) -> bool:
        """Nothing of it can be read well: an officer looks twice."""
        return bool(self.files) and all(file.verdict != Quality.FINE for file in self.files)

    @property
    def complete(self) -> bool:
        enough = self.accepted_as_it_is or len(self.files) >= POOR_TRIES
        return bool(self.files) and (not self.flagged or enough)


@dataclass(frozen=True)
class Gathered:
    papers: tuple[WantedPaper, ...]
    office: str | None
    language: str

    @property
    def missing(self) -> list[str]:
        return [paper.key for paper in self.papers if not paper.complete]


class Gathering:
    """Every method raises NotFound for an unknown link, Gone for one that was used or has expired."""

    def __init__(self, database: Database, store: ObjectStore) -> None:
        self._database = database
        self._store = store

    def look(self, token: str, at: datetime) -> Gathered:
        with self._database.reading() as session:
            link = upload_links.open(session, token, at)
            return Gathered(_papers(session, link), *_reader(session, link))

    def take(self, token: str, paper: str, data: bytes, at: datetime) -> None:
        """Judge one file and keep it, or keep why not. Raises TooManyFiles. Sent again after a lost answer, the same
        file changes nothing. Blocks while the file is decoded, between two transactions."""
        self._count(token, paper, at)
        values = self._judged(data)
        try:
            kept = self._keep(token, paper, values, at)
        except (NotFound, Gone):
            self._forget(values)
            raise
        if not kept:
            self._forget(values)

    def take_back(self, token: str, upload_id: int, at: datetime) -> None:
        """A file sent by mistake is deleted."""
        with self._database.writing() as session:
            link = upload_links.hold(session, token, at)
            upload = session.get(Upload, upload_id)
            if upload is None or upload.link_id != link.id:
                raise NotFound
            key = upload.object_key
            session.delete(upload)
            _record(session, link, "upload_taken_back", f"upload:{upload_id}", at)
        if key:
            self._store.delete(key)

    def accept_as_it_is(self, token: str, paper: str, at: datetime) -> None:
        with self._database.writing() as session:
            link = upload_links.hold(session, token, at)
            link.as_it_is = sorted({*link.as_it_is, _wanted(link, paper)})

    def finish(self, token: str, at: datetime) -> Gathered:
        """Uses the link up: one event in the contact's inbox. The caller wakes the drain. Raises Incomplete."""
        with self._database.writing() as session:
            link = upload_links.use(session, token, at)
            gathered = Gathered(_papers(session, link), *_reader(session, link))
            if gathered.missing:
                raise Incomplete
            contact = session.get_one(Contact, link.contact_id)
            papers = {p.key: {"uploads": [file.id for file in p.files], "flagged": p.flagged} for p in gathered.papers}
            inbox.put(session, contact.id, contact.channel, EventKind.UPLOAD_JUDGED, {"papers": papers}, due_at=at)
            _record(session, link, "papers_sent", f"uploadlink:{link.id}", at)
            return gathered

    def _count(self, token: str, paper: str, at: datetime) -> None:
        """Before the file is looked at, so that files which break the inspection count, too."""
        with self._database.writing() as session:
            link = upload_links.hold(session, token, at)
            _wanted(link, paper)
            if link.files >= MOST_FILES:
                raise TooManyFiles
            link.files += 1

    def _judged(self, data: bytes) -> dict[str, Any]:
        try:
            found = inspect(data, max_bytes=MAX_BYTES)
            if found.kind is Kind.VOICE:
                raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
        except NotAcceptable as refusal:
            return {"state": UploadState.REFUSED, "verdict": refusal.key.value}
        return stored_values(self._store, found)

    def _keep(self, token: str, paper: str, values: dict[str, Any], at: datetime) -> bool:
        with self._database.writing() as session:
            link = upload_links.hold(session, token, at)
            same = (Upload.link_id == link.id, Upload.link_paper == paper, Upload.sha256 == values.get("sha256"))
            if "sha256" in values and session.exec(select(Upload.id).where(*same)).first():
                return False
            session.add(
                Upload(
                    contact_id=link.contact_id, link_id=link.id, link_paper=paper, due_at=at, created_at=at, **values
                )
            )
            return True

    def _forget(self, values: dict[str, Any]) -> None:
        if key := values.get("object_key"):
            self._store.delete(key)


def _wanted(link: UploadLink, paper: str) -> str:
    if paper not in link.wanted:
        raise NotFound
    return paper


def _papers(session: Session, link: UploadLink) -> tuple[WantedPaper, ...]:
    sent = session.exec(select(Upload).where(Upload.link_id == link.id).order_by(col(Upload.id))).all()
    return tuple(
        _paper(key, [upload for upload in sent if upload.link_paper == key], link.as_it_is) for key in link.wanted
    )


def _paper(key: str, sent: list[Upload], as_it_is: Iterable[str]) -> WantedPaper:
    files = tuple(upload for upload in sent if upload.state is not UploadState.REFUSED)
    refused = sent[-1].verdict if sent and sent[-1].state is UploadState.REFUSED else None
    return WantedPaper(key, files, refused, key in as_it_is)


def _reader(session: Session, link: UploadLink) -> tuple[str | None, str]:
    """Which office the contact writes to, if that is known, and in which language."""
    contact = session.get_one(Contact, link.contact_id)
    office_id = contact.office_id or session.get_one(Sender, contact.sender_id).office_id
    return session.get_one(Office, office_id).name if office_id else None, contact.language


def _record(session: Session, link: UploadLink, action: str, subject: str, at: datetime) -> None:
    contact = session.get_one(Contact, link.contact_id)
    audit.record(session, Actor.citizen(contact), action, office_id=contact.office_id, subject=subject, at=at)
