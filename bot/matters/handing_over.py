"""How an issued PDF reaches its citizen: into the chat after one fact, or by link and, apart, its kode ambil."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.effects import Start
from bot.says import Say
from bot.scene import Scene
from bot.wording import Words
from registry.catalogue.subjects import initials
from registry.issuing import download_links, release
from registry.lifecycle import DocumentState
from registry.models import Case, Document
from registry.models.contacts import WITH_FILES
from registry.telling import ask_later

ISSUED = (  # built once: putting it together takes longer than running it
    select(Document)
    .where(Document.case_id == bindparam("case"), Document.state == DocumentState.ISSUED)
    .where(col(Document.object_key).is_not(None))
    .order_by(col(Document.id))
)


def offer(document: Document, case: Case, scene: Scene) -> Sequence[Say | Start]:
    """Ask for the fact first where it goes into the chat; else send the link, if this is still the same person."""
    facts = {
        "about": document.id,
        "number": case.number,
        "document": document.template or document.kind,
        "who": initials(release.person_named(scene.session, document.id)),
    }
    args = {"number": case.number, "service": Words(f"short-{case.service}"), "state": Words("state-issued")}
    if _into_the_chat(document, scene):
        if not release.tries_left(scene.session, document.id):  # the right answer would be refused, too
            return [Say("release-with-officer", args, template="case_told")]
        return [Start("release", facts=facts | {"too": _is_asked(case, scene)})]
    if not release.may_release(scene.session, document.id, scene.contact):
        return [Say("release-at-counter", args, template="case_told")]
    return hand_over(document.id, scene, facts)


def offer_again(case: Case, scene: Scene) -> Sequence[Say | Start]:
    """Who asks for the status of an issued case, its link gone, can have its documents once more."""
    documents = scene.session.exec(ISSUED, params={"case": case.id}).all()
    return [said for document in documents for said in offer(document, case, scene)]


def hand_over(document_id: int, scene: Scene, facts: Mapping[str, Any]) -> Sequence[Say | Start]:
    document = scene.session.get_one(Document, document_id)
    ask_later(scene.session, [scene.session.get_one(Case, document.case_id)], scene.at)
    args = {"number": facts["number"], "document": Words(f"document-{facts['document']}")}
    if _into_the_chat(document, scene):
        return [Say("document-here", args, document_id=document_id)]
    token, pin = download_links.for_citizen(scene.session, document_id, scene.at)
    return [
        Say("document-link", args | {"link": f"{scene.public_url}/d/{token}"}, template="document_ready"),
        Say("document-pin", args | {"pin": pin}, separate=True, secret=True, template="document_ready"),
    ]


def _is_asked(case: Case, scene: Scene) -> bool:
    """Whether the same fact is asked for another document of the case: one answer opens both."""
    return any(frame.flow == "release" and frame.facts["number"] == case.number for frame in scene.state.stack)


def _into_the_chat(document: Document, scene: Scene) -> bool:
    return scene.contact.channel in WITH_FILES and scene.office_by_id(document.office_id).release_by == "chat"
