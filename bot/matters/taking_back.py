"""What a citizen wants changed of what was sent: taken back, a complaint too, or put right by an officer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.effects import AskCorrection, AskWithdrawal, NoteCorrection, Start, TakeBackComplaint, WithdrawCase
from bot.flows import complaint, withdraw
from bot.matters.officer_talk import hand_to_officer
from bot.matters.questions import let_go
from bot.matters.standing import cases_of, standing
from bot.matters.vans import places
from bot.says import Say
from bot.scene import Scene
from bot.wording import InSentence, Listed
from registry import cases
from registry.rights import complaints, data_requests

BY_CHAT = "Dibatalkan pemohon lewat chat."
MOST_LISTED = 10


def ask_withdrawal(effect: AskWithdrawal, scene: Scene) -> Sequence[Say | Start]:
    """Of what the office is making already an officer must decide."""
    running = data_requests.running_cases(scene.session, scene.contact.id)
    if effect.number:
        running = [case for case in running if case.number == effect.number]
        if not running:
            return _not_running(effect.number, scene)
    mine = [case for case in running if data_requests.may_withdraw(scene.contact, case)]
    listed = [{"id": case.id, "number": case.number, "service": case.service} for case in mine]
    if listed := [*(() if effect.number else places(scene)), *listed][:MOST_LISTED]:
        return [Start(withdraw.NAME, facts={"cases": listed})]
    if running:
        return [Say("withdraw-too-late", {"cases": Listed(tuple(case.number for case in running))})]
    if complaints.unanswered(scene.session, scene.contact.id):
        return ask_complaint_back(scene)
    return [Say("nothing-to-cancel"), Say("idle")]


def _not_running(number: str, scene: Scene) -> Sequence[Say | Start]:
    """How it ended is told; of what is not theirs nothing."""
    ended = next((case for case in cases_of(scene) if case.number == number), None)
    return standing(ended, scene) if ended else [Say("status-not-here", {"number": number})]


def ask_complaint_back(scene: Scene) -> Sequence[Say | Start]:
    """A report that is being written is dropped: nothing was noted yet."""
    if mine := complaints.unanswered(scene.session, scene.contact.id):
        return [complaint.back(mine.id, mine.number)]
    written = [frame for frame in scene.state.stack if frame.flow == complaint.NAME]
    scene.state.stack = [frame for frame in scene.state.stack if frame not in written]
    return [Say("complaint-none" if written else "complaint-not-there")]


def take_back_complaint(effect: TakeBackComplaint, scene: Scene) -> Sequence[Say | Start]:
    taken = complaints.take_back(scene.session, scene.citizen, effect.complaint_id, scene.at)
    return [Say("complaint-back", {"number": taken.number})]


def withdraw_case(effect: WithdrawCase, scene: Scene) -> Sequence[Say | Start]:
    case = cases.withdraw(scene.session, scene.citizen, effect.case_id, BY_CHAT, scene.at)
    let_go(case, scene)
    return [Say("withdrawn", {"number": case.number})]


def ask_correction(effect: AskCorrection, scene: Scene) -> Sequence[Say | Start]:
    """What the citizen writes next is the officer's to read, beside the case; what they wrote already is."""
    running = data_requests.running_cases(scene.session, scene.contact.id)
    if not running:
        return [Say("nothing-sent")]
    numbers = Listed(tuple(case.number for case in running[:MOST_LISTED]))
    waiting = hand_to_officer(scene)
    scene.state.ticket_told |= effect.told
    return [Say("correction-by-officer", {"cases": numbers}), *waiting]


def note_correction(effect: NoteCorrection, scene: Scene) -> Sequence[Say | Start]:
    """It stands in the chat that the officer reads; the request itself is changed by them alone."""
    hand_to_officer(scene)
    scene.state.ticket_told = True
    noted = {"number": effect.number, "label": InSentence(f"label-{effect.what}"), "value": effect.shown}
    return [Say("correction-passed", noted), Say("officer-back")]
