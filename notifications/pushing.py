"""Takes our forms to the carrier: what is missing there is made, what waits for approval is asked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import select

from notifications import windows
from notifications.content import LIST_PICKERS, Form, QuickReply, Template
from registry.database import Database
from registry.models import Content
from registry.models.columns import now

# Paused and disabled templates are refused by WhatsApp as rejected ones are.
APPROVALS = {
    "approved": "approved", "received": "pending", "pending": "pending", "unsubmitted": "pending"
}  # fmt: skip


class FormKeeper(Protocol):
    """The side of a carrier that keeps forms."""

    def contents(self) -> dict[tuple[str, str], str]: ...
    def create_content(self, name: str, language: str, types: dict[str, object], samples: dict[str, str]) -> str: ...
    def ask_approval(self, sid: str, name: str) -> None: ...
    def approval(self, sid: str) -> str: ...
    def judgement(self, sid: str) -> tuple[str, str]: ...


@dataclass(frozen=True)
class Pushed:
    name: str
    language: str
    sid: str
    approval: str  # none | pending | approved | rejected
    reason: str = ""  # why WhatsApp rejected it, if it says so


def review(carrier: FormKeeper, database: Database, templates: Iterable[Template]) -> list[Pushed]:
    """How each template stands at the carrier now; what is approved by now may go out from now on.

    One that is not there has no SID, and the approval "missing".
    """
    there, reviewed = carrier.contents(), []
    for form in templates:
        sid = there.get((form.stored_name, form.language))
        if sid is None:
            reviewed.append(Pushed(form.name, form.language, "", "missing"))
            continue
        status, reason = carrier.judgement(sid)
        reviewed.append(Pushed(form.name, form.language, sid, APPROVALS.get(status, "rejected"), reason))
        _keep(database, reviewed[-1])
    return reviewed


def push(carrier: FormKeeper, database: Database, forms: Iterable[QuickReply | Template]) -> list[Pushed]:
    """Brings `forms` and the list pickers to the carrier; run again it makes nothing twice.

    Raises FormRefused, before anything is made, when a form breaks a limit. Takes the database and not a session,
    because the carrier is called in between.
    """
    wanted: dict[tuple[str, str], Form] = {(form.stored_name, form.language): form for form in (*LIST_PICKERS, *forms)}
    for form in wanted.values():
        form.check()
    there = carrier.contents()
    pushed = []
    for key, form in wanted.items():
        sid = there.get(key) or carrier.create_content(*key, form.types(), form.samples())
        pushed.append(Pushed(form.name, form.language, sid, _approval(carrier, form, sid)))
        _keep(database, pushed[-1])
    return pushed


def _approval(carrier: FormKeeper, form: Form, sid: str) -> str:
    if not form.needs_approval:
        return "none"
    status = carrier.approval(sid)
    if status == "unsubmitted":
        carrier.ask_approval(sid, form.stored_name)
        status = carrier.approval(sid)
    return APPROVALS.get(status, "rejected")


def _keep(database: Database, pushed: Pushed) -> None:
    with database.writing() as session:
        query = select(Content).where(Content.name == pushed.name, Content.language == pushed.language)
        row = session.exec(query).first() or Content(name=pushed.name, language=pushed.language, sid="")
        row.sid, row.approval = pushed.sid, pushed.approval
        session.add(row)
        if pushed.approval == "approved":
            windows.approved(session, pushed.name, now())
