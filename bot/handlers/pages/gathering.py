"""Papers sent by the page: they lie with their link until all are there, then they go into the inbox together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.handlers.pages.judged import WantedPaper, expected, looked_at
from bot.state import State
from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.catalogue import Catalogue
from registry.database import Database
from registry.links import Gone
from registry.models import Contact, Conversation, EventKind, Office, Sender, Upload, UploadLink, UploadState
from registry.offices.service_rules import Refreshed
from registry.uploads import links as upload_links
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Kind, NotAcceptable, Refusal

MOST_FILES = 30  # of one link, those refused or taken back included: each costs an inspection


class TooManyFiles(Exception):
    """The link has taken all the files it may."""


class Incomplete(Exception):
    """A paper is still missing, being read, or asked about."""


@dataclass(frozen=True)
class Gathered:
    papers: tuple[WantedPaper, ...]
    office: str | None
    language: str
    sent: bool = False

    @property
    def reading(self) -> bool:
        return any(paper.reading for paper in self.papers)

    @property
    def missing(self) -> list[str]:
        """What the citizen still has to do something about."""
        return [paper.key for paper in self.papers if not (paper.complete or paper.reading)]


class Gathering:
    """Every method raises NotFound for an unknown link, Gone for an expired one; all but `look` also for a used one."""

    def __init__(self, database: Database, store: ObjectStore, catalogue: Catalogue) -> None:
        self._database = database
        self._store = store
        self._catalogue = catalogue
        self._rules = Refreshed(catalogue)

    def look(self, token: str, at: datetime) -> Gathered:
        with self._database.reading() as session:
            return self._gathered(session, upload_links.look(session, token, at), at)

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
            link.as_it_is = [
                paper for paper in link.as_it_is if paper != upload.link_paper
            ]  # that was said of this file
            session.delete(upload)
            _record(session, link, "upload_taken_back", f"upload:{upload_id}", at)
        if key:
            self._store.delete(key)

    def accept_as_it_is(self, token: str, paper: str, at: datetime) -> None:
        with self._database.writing() as session:
            link = upload_links.hold(session, token, at)
            link.as_it_is = sorted({*link.as_it_is, _wanted(link, paper)})

    def finish(self, token: str, at: datetime) -> None:
        """Uses the link up: one event in the contact's inbox. The caller wakes the drain. Raises Incomplete."""
        with self._database.writing() as session:
            link = upload_links.use(session, token, at)
            gathered = self._gathered(session, link, at)
            if gathered.missing or gathered.reading:
                raise Incomplete
            contact = session.get_one(Contact, link.contact_id)
            papers = {paper.key: paper.answer for paper in gathered.papers}
            inbox.put(session, contact.id, contact.channel, EventKind.UPLOAD_JUDGED, {"papers": papers}, due_at=at)
            _record(session, link, "papers_sent", f"uploadlink:{link.id}", at)

    def _gathered(self, session: Session, link: UploadLink, at: datetime) -> Gathered:
        self._rules.refresh(session)
        sent = session.exec(select(Upload).where(Upload.link_id == link.id).order_by(col(Upload.id))).all()
        conversation = session.get(Conversation, link.contact_id)
        state = State.from_json(conversation.data if conversation else None)
        contact = session.get_one(Contact, link.contact_id)
        office = _office(session, contact)

        def paper(key: str) -> WantedPaper:
            mine = [upload for upload in sent if upload.link_paper == key]
            wanted = expected(key, state, self._catalogue, office.code if office else None)
            return looked_at(key, mine, wanted, at, as_it_is=key in link.as_it_is)

        papers = tuple(paper(key) for key in link.wanted)
        return Gathered(papers, office.name if office else None, contact.language, sent=link.used_at is not None)

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


def _office(session: Session, contact: Contact) -> Office | None:
    """The one the contact writes to, if that is known."""
    office_id = contact.office_id or session.get_one(Sender, contact.sender_id).office_id
    return session.get_one(Office, office_id) if office_id else None


def _record(session: Session, link: UploadLink, action: str, subject: str, at: datetime) -> None:
    contact = session.get_one(Contact, link.contact_id)
    audit.record(session, Actor.citizen(contact), action, office_id=contact.office_id, subject=subject, at=at)
