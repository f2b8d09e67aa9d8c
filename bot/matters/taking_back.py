"""What a citizen wants changed about a request that was sent: withdrawn by themselves, put right by an officer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.effects import Start, WithdrawCase
from bot.flow import Say
from bot.flows import withdraw
from bot.matters.officer_talk import hand_to_officer
from bot.matters.questions import let_go
from bot.scene import Scene
from bot.wording import Listed
from registry import cases, data_requests

BY_CHAT = "Dibatalkan pemohon lewat chat."
MOST_LISTED = 10


def ask_withdrawal(scene: Scene) -> Sequence[Say | Start]:
    """Of what the office is making already an officer must decide."""
    running = data_requests.running_cases(scene.session, scene.contact.id)
    mine = [case for case in running if data_requests.may_withdraw(scene.contact, case)]
    if mine:
        listed = [{"id": case.id, "number": case.number, "service": case.service} for case in mine[:MOST_LISTED]]
        return [Start(withdraw.NAME, facts={"cases": listed})]
    if running:
        return [Say("withdraw-too-late", {"cases": Listed(tuple(case.number for case in running))})]
    return [Say("nothing-to-cancel"), Say("idle")]


def withdraw_case(effect: WithdrawCase, scene: Scene) -> Sequence[Say | Start]:
    case = cases.withdraw(scene.session, scene.citizen, effect.case_id, BY_CHAT, scene.at)
    let_go(case, scene)
    return [Say("withdrawn", {"number": case.number})]


def ask_correction(scene: Scene) -> Sequence[Say | Start]:
    """What the citizen writes next is the officer's to read, beside the case."""
    running = data_requests.running_cases(scene.session, scene.contact.id)
    if not running:
        return [Say("nothing-sent")]
    numbers = Listed(tuple(case.number for case in running[:MOST_LISTED]))
    return [Say("correction-by-officer", {"cases": numbers}), *hand_to_officer(scene)]
