"""An office's web form in a transcript: `* form sends KK-HR`, with the telephone of whoever chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, select

from registry.actors import Actor
from registry.cases import services
from registry.counter.interview import Interview
from registry.form_door import forms, taking
from registry.form_door.reading import Judged
from registry.models import Office
from registry.services.conditions import holds

if TYPE_CHECKING:
    from tests.transcripts.chat import Chat

RINA = {
    "reason": "lost", "still_have": "none", "name": "Rina Contoh", "nik": "6471044506900000", "kk_number": "",
    "village": "64.71.04.1003",
}  # fmt: skip


def sends(session: Session, officer: Actor, code: str, chat: Chat) -> None:
    service, phone = services()[code], chat.address.removeprefix("whatsapp:")
    office = session.exec(select(Office).where(Office.code == "BPP")).one()
    form = forms.create(session, officer, service, "KK", chat.at)
    form.channel = chat.channel
    papers = tuple(paper.key for paper in service.paper if holds(paper.when, RINA, chat.at.date()))
    judged = Judged(Interview((), RINA, papers), phone, chat.at, ())
    assert taking.open_request(session, form, office, service, judged, phone, chat.at, official=False)
