"""Carries out what a turn wants done, in the turn's own transaction, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot import effects
from bot.effects import Effect, Start
from bot.flows.judging import doubted
from bot.matters import activation, vans
from bot.matters.accepted import accepted, status_pin
from bot.matters.data_rights import ask_deletion, delete_data, request_data, tell_my_data
from bot.matters.handing_over import hand_over
from bot.matters.handouts import forms_to_sign
from bot.matters.officer_talk import hand_to_officer, leave_officer, many_families, open_complaint
from bot.matters.opting import PROMISING, opt
from bot.matters.recorded import show_recorded
from bot.matters.standing import show_status
from bot.matters.taking_back import (
    ask_complaint_back,
    ask_correction,
    ask_withdrawal,
    note_correction,
    take_back_complaint,
    withdraw_case,
)
from bot.says import Say
from bot.scene import Scene
from bot.wording import Words
from registry import audit, cases, ratings, residents
from registry.actors import NotFound
from registry.cards import suket
from registry.desk import asking
from registry.issuing import release
from registry.lifecycle import Refused
from registry.models import Case, Document, Office
from registry.post import delivery
from registry.post.carriage import courier
from registry.services.service import Service
from registry.uploads import confirmed, sent_before
from registry.uploads.fit import doubts

Result = Say | Start
EXTRA = "extra"  # the paper that photos lie on which are none of those asked for


def carry_out(effect: Effect, scene: Scene) -> Sequence[Result]:
    """A use case that is not allowed any more is told in words, and the conversation goes on."""
    try:
        said = DEEDS[type(effect)](effect, scene)
        unheard = scene.known.opted_out_at is not None and isinstance(effect, PROMISING)
        return [*said, Say("notices-off")] if unheard else said
    except (Refused, NotFound):
        return [Say("too-late")]


def _open_case(effect: effects.OpenCase, scene: Scene) -> Sequence[Result]:
    office = next(o for o in scene.offices if o.code == effect.office) if effect.office else scene.office
    if office is None:
        return [Say("too-late")]
    service = scene.catalogue.at(office.code, effect.service)
    papers = {key: None if given == "bring" else _files(given, scene) for key, given in effect.papers.items()}
    papers |= {EXTRA: list(effect.extra)} if effect.extra else {}
    theirs = scene.session.get_one(Office, office.id)
    case = cases.open_case(
        scene.session,
        scene.citizen,
        contact=scene.contact,
        office=theirs,
        service=service,
        answers=effect.answers,
        papers=papers,
        flags=_flags(effect, theirs, service, scene),
        at=scene.at,
    )
    confirmed.mark(scene.session, case, doubted(effect.papers))
    scene.contact.office_id = office.id
    scene.session.flush()
    place, quiet = cases.place_in_queue(scene.session, case), scene.known.opted_out_at is not None
    looked_at = many_families(case, scene)
    listed = suket.take_up(scene.session, service, case, scene.at)
    told = accepted(case, service, office, place, scene.at, quiet=quiet, listed=listed)
    return [told, *status_pin(case, office, scene), *looked_at]


def _files(given: Mapping[str, Any], scene: Scene) -> list[int]:
    """Those of an earlier request become this one's own."""
    if "of" not in given:
        return list(given["uploads"])
    return sent_before.take_over(scene.session, scene.citizen, scene.contact, given["uploads"])


def _flags(effect: effects.OpenCase, office: Office, service: Service, scene: Scene) -> list[str]:
    """What an officer should notice; never a reason to refuse."""
    sent = {key: given["uploads"] for key, given in effect.papers.items() if given != "bring"}
    as_it_is = any(given != "bring" and given["flagged"] for given in effect.papers.values())
    differing = residents.compare(scene.session, office, service, effect.answers, official=scene.official)
    return [*(["as-it-is"] if as_it_is else []), *_doubts(sent, service, effect.answers, scene), *differing]


def _doubts(sent: Mapping[str, Sequence[int]], service: Service, answers: Mapping[str, Any], scene: Scene) -> list[str]:
    files = {file.id: file for file in scene.files([number for uploads in sent.values() for number in uploads])}
    readings = {key: [files[number].reading for number in ids if number in files] for key, ids in sent.items()}
    return doubts(service, answers, readings)


def _send_correction(effect: effects.SendCorrection, scene: Scene) -> Sequence[Result]:
    case = cases.send_correction(
        scene.session, scene.citizen, effect.case_id, effect.paper, list(effect.uploads) or None, scene.at
    )
    service = scene.catalogue.at(scene.office_by_id(case.office_id).code, case.service)
    found = _doubts({effect.paper: effect.uploads}, service, case.answers, scene)
    case.flags = list(dict.fromkeys([*case.flags, *found]))
    confirmed.mark(scene.session, case, [effect.paper] if effect.doubted else [])
    scene.session.flush()
    paper = Words(f"paper-{effect.paper}")
    if not effect.uploads:
        office = scene.office_by_id(case.office_id)
        place = {"address": office.address, "hours": office.hours}
        return [Say("correction-to-bring", place | {"paper": paper, "number": case.number})]
    queue = {"place": cases.place_in_queue(scene.session, case)}
    if any(file.reading and effect.paper in file.reading.kinds for file in scene.files(effect.uploads)):
        return [Say("correction-read", queue | {"paper": Words(f"paper-{effect.paper}-read", begins=True)})]
    return [Say("correction-sent", queue | {"paper": Words(f"paper-{effect.paper}-read")})]


def _send_again(effect: effects.SendAgain, scene: Scene) -> Sequence[Result]:
    papers = {key: None if given == "bring" else _files(given, scene) for key, given in effect.papers.items()}
    held = scene.session.get_one(Case, effect.case_id)
    service = scene.catalogue.at(scene.office_by_id(held.office_id).code, held.service)
    case = asking.send_again(
        scene.session, scene.citizen, held.id, service, effect.answers, papers, scene.at, official=scene.official
    )
    confirmed.mark(scene.session, case, doubted(effect.papers))
    scene.session.flush()
    if not (effect.answers or any(papers.values())):
        return []  # all is brought, which was said
    return [Say("again-sent", {"number": case.number, "place": cases.place_in_queue(scene.session, case)})]


def _choose_handover(effect: effects.ChooseHandover, scene: Scene) -> Sequence[Result]:
    document = scene.session.get_one(Document, effect.document_id)
    office = scene.office_by_id(document.office_id)
    if effect.method == "pickup":
        delivery.choose_pickup(scene.session, scene.citizen, effect.document_id, scene.at)
        where = {"office": office.name, "address": office.address, "hours": office.hours}
        return [Say("pickup-chosen", where | {"old": _given_back(document, scene)})]
    address = {part: value for part, value in (effect.address or {}).items() if part in delivery.ADDRESS}
    delivery.choose_post(scene.session, scene.citizen, effect.document_id, address, scene.at)
    by = "courier" if courier(office) else "post"
    kind, old = document.template or document.kind, _given_back(document, scene)
    return [Say("address-noted", {"kind": kind, "old": old, "sent": by})]


def _given_back(document: Document, scene: Scene) -> str:
    """A suket goes back for the card that it stood for."""
    case = scene.session.get_one(Case, document.case_id)
    service = scene.catalogue.get(case.service)
    return "suket" if service and any(paper.key == "suket" for paper in service.paper) else "none"


def _check_fact(effect: effects.CheckFact, scene: Scene) -> Sequence[Result]:
    answer = date.fromisoformat(effect.answer)
    fact = release.check_fact(scene.session, effect.document_id, scene.contact, answer, scene.at)
    if fact is release.Fact.RIGHT:
        return [said for facts in _asked_for(effect, scene) for said in hand_over(int(facts["about"]), scene, facts)]
    if fact is release.Fact.LOCKED:
        return [Say("release-locked"), *hand_to_officer(scene)]
    left = release.tries_left(scene.session, effect.document_id)
    return [Start("release", facts={**effect.facts, "tries_left": left})]


def _asked_for(effect: effects.CheckFact, scene: Scene) -> list[Mapping[str, Any]]:
    """This document, and the others of the case whose question waits: the same fact answers it."""
    waiting = [frame for frame in scene.state.stack if frame.flow == "release"]
    same = [frame for frame in waiting if frame.facts["number"] == effect.facts["number"]]
    scene.state.stack = [frame for frame in scene.state.stack if frame not in same]
    return [effect.facts, *(frame.facts for frame in same)]


def _hand_to_officer(effect: effects.HandToOfficer, scene: Scene) -> Sequence[Result]:
    return hand_to_officer(scene)


def _open_complaint(effect: effects.OpenComplaint, scene: Scene) -> Sequence[Result]:
    return open_complaint(effect.words, scene)


def _leave_officer(effect: effects.LeaveOfficer, scene: Scene) -> Sequence[Result]:
    return leave_officer(scene, to_menu=effect.to_menu, withdrawn=effect.withdrawn)


def _set_language(effect: effects.SetLanguage, scene: Scene) -> Sequence[Result]:
    scene.contact.language = effect.language
    welcomed = scene.state.top is not None and scene.state.top.flow == "welcome"
    if welcomed and scene.state.top:
        scene.state.top.asked = False  # the notice is read anew, not taken up again
        return []
    return [Say("language-set")] if effect.told else []


def _tell_my_data(effect: effects.TellMyData, scene: Scene) -> Sequence[Result]:
    return tell_my_data(scene)


def _ask_deletion(effect: effects.AskDeletion, scene: Scene) -> Sequence[Result]:
    return ask_deletion(scene)


def _rate_case(effect: effects.RateCase, scene: Scene) -> Sequence[Result]:
    ratings.rate(scene.session, scene.known.id, effect.case_id, effect.score, scene.at)
    return [Start("rating_comment", facts={"about": effect.case_id})]


def _comment_on_case(effect: effects.CommentOnCase, scene: Scene) -> Sequence[Result]:
    if effect.text:
        ratings.comment(scene.session, scene.known.id, effect.case_id, effect.text)
    return [Say("rating-noted" if effect.text else "rating-thanks")]


def _warn_of(effect: effects.WarnOf, scene: Scene) -> Sequence[Result]:
    if effect.said not in scene.contact.flags:
        scene.contact.flags = [*scene.contact.flags, effect.said]
        audit.record(scene.session, scene.citizen, "contact_flagged", fields=(effect.said,), at=scene.at)
    return []


DEEDS: dict[type, Callable[[Any, Scene], Sequence[Result]]] = {
    effects.Start: lambda effect, scene: [effect],
    effects.Tell: lambda effect, scene: [Say(effect.key, effect.args)],
    effects.OpenCase: _open_case,
    effects.SendCorrection: _send_correction,
    effects.SendAgain: _send_again,
    effects.ChooseHandover: _choose_handover,
    effects.CheckFact: _check_fact,
    effects.HandToOfficer: _hand_to_officer,
    effects.OpenComplaint: _open_complaint,
    effects.AskComplaintBack: lambda effect, scene: ask_complaint_back(scene),
    effects.TakeBackComplaint: take_back_complaint,
    effects.ShowRecorded: show_recorded,
    effects.LeaveOfficer: _leave_officer,
    effects.ShowStatus: show_status,
    effects.TellVisits: vans.tell_visits,
    effects.OfferActivation: activation.offer,
    effects.BookActivation: activation.book,
    effects.BookVisit: vans.book_visit,
    effects.BookVisitInstead: vans.book_visit_instead,
    effects.CancelBooking: vans.cancel_booking,
    effects.SetLanguage: _set_language,
    effects.OptOut: opt,
    effects.TellMyData: _tell_my_data,
    effects.RequestData: request_data,
    effects.AskDeletion: _ask_deletion,
    effects.WarnOf: _warn_of,
    effects.GiveForms: lambda effect, scene: forms_to_sign(scene),
    effects.RateCase: _rate_case,
    effects.CommentOnCase: _comment_on_case,
    effects.DeleteData: delete_data,
    effects.AskWithdrawal: ask_withdrawal,
    effects.WithdrawCase: withdraw_case,
    effects.AskCorrection: ask_correction,
    effects.NoteCorrection: note_correction,
}
