"""What a citizen may ask about their own data, carried out; and what became of it, as they hear of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlmodel import col, func, select

from bot.effects import DeleteData, RequestData, Start
from bot.flows.application import NAME
from bot.says import Say
from bot.scene import Scene
from bot.wording import Listed, Moment
from notifications.queues import Queue
from registry.issuing import download_links
from registry.models import Case, Complaint, DataRequest, DataRequestKind, Upload
from registry.models.complaints import UNANSWERED
from registry.rights import data_requests

CODE_DIGITS = 6

Answer = Callable[[Mapping[str, Any], Scene], Sequence[Say | Start]]


def tell_my_data(scene: Scene) -> Sequence[Say | Start]:
    """Numbers, and the names of answers: by a telephone that somebody else may hold."""
    session, contact_id = scene.session, scene.contact.id
    cases = session.exec(select(Case).where(Case.contact_id == contact_id).order_by(col(Case.id).desc())).all()
    photos = session.exec(select(func.count(col(Upload.id))).where(Upload.contact_id == contact_id)).one()
    drafts = [frame.answers for frame in scene.state.stack if frame.flow.startswith(NAME)]
    given = [key for answers in (*(case.answers for case in cases), *drafts) for key in answers]
    asked = {question.key for service in scene.catalogue.values() for question in service.question}
    answers = [key for key in dict.fromkeys(given) if key in asked]
    return [Start("my_data", facts={"cases": len(cases), "photos": photos, "answers": answers})]


def request_data(effect: RequestData, scene: Scene) -> Sequence[Say | Start]:
    kind = DataRequestKind(effect.kind)
    request = data_requests.ask(
        scene.session, scene.citizen, scene.contact, scene.home.id, kind, scene.at, effect.words
    )
    due = Moment(request.due_at or scene.at, scene.home.timezone)
    return [Say("request-noted", {"kind": kind.value, "number": request.number, "due": due})]


def ask_deletion(scene: Scene) -> Sequence[Say | Start]:
    running = data_requests.running_cases(scene.session, scene.contact.id)
    waiting = data_requests.deletion_waiting(scene.session, scene.contact.id)
    facts = {
        "running": [case.number for case in running],
        "may_withdraw": any(data_requests.may_withdraw(scene.contact, case) for case in running),
        "recorded": waiting.number if waiting else None,
        "code": f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}",
    }
    return [Start("delete_data", facts=facts)]


def delete_data(effect: DeleteData, scene: Scene) -> Sequence[Say | Start]:
    if effect.how == "keep":
        kept = data_requests.keep_after_all(scene.session, scene.citizen, scene.contact, scene.at)
        return [Say("deletion-withdrawn", {"number": kept.number})] if kept else [Say("too-late")]
    request, waits_for = data_requests.ask_deletion(
        scene.session, scene.citizen, scene.contact, scene.home.id, scene.at, withdraw=effect.how == "now"
    )
    args = {"number": request.number, "complaint": _unanswered(scene) or "none"}
    if effect.how == "now":
        scene.state.forget()
    if waits_for:
        return [Say("deletion-waits", args | {"cases": Listed(tuple(case.number for case in waits_for))})]
    scene.wake.add(Queue.CHORES)
    return [Say("deletion-begins", args)]


def _unanswered(scene: Scene) -> str | None:
    """A complaint's words are kept until it has its answer."""
    mine = select(Complaint).where(Complaint.contact_id == scene.contact.id, UNANSWERED)
    complaint = scene.session.exec(mine).first()
    return complaint.number if complaint else None


def copy_ready(body: Mapping[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """Link and kode ambil apart, as for documents. A number that changed hands meanwhile gets neither. After BERHENTI
    it may be told so late that the copy is gone."""
    request = scene.session.get_one(DataRequest, body["request_id"])
    changed = scene.contact.identity_changed_at
    if changed and changed > request.created_at:
        return []
    if request.object_key is None:
        return [Say("copy-gone", {"number": request.number}, template="request_answered")]
    token, pin = download_links.for_copy(scene.session, request.id, scene.at)
    args = {"number": request.number, "link": f"{scene.public_url}/d/{token}", "days": download_links.CITIZEN_DAYS}
    return [
        Say("copy-ready", args, template="request_answered"),
        Say("document-pin", {"pin": pin}, separate=True, secret=True),
    ]


def told(key: str) -> Answer:
    """What an officer decided, in their words."""

    def tell(body: Mapping[str, Any], scene: Scene) -> Sequence[Say | Start]:
        return [Say(key, {"number": body["number"], "text": body["text"]}, template="request_answered")]

    return tell


def erased(body: Mapping[str, Any], scene: Scene) -> Sequence[Say | Start]:
    counts = {kind: int(body["counts"].get(kind, 0)) for kind in ("cases", "photos", "messages")}
    return [Say("data-erased", {"number": body["number"], **counts}, template="request_answered")]


def in_person(body: Mapping[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """Whoever has this number hears of it, and can say that it was not them."""
    args = {"number": body["number"], "kind": body["kind"], "came_by": body["came_by"]}
    return [Say("data-asked-in-person", args, template="request_answered")]


ANSWERS: Mapping[str, Answer] = {
    "copy_ready": copy_ready,
    "data_asked_in_person": in_person,
    "data_corrected": told("data-corrected"),
    "data_request_refused": told("data-request-refused"),
    "data_erased": erased,
}
