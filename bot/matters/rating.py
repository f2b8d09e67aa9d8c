"""When a citizen is asked how it was: once all is in their hands, by day, and while nothing else is talked about."""

from __future__ import annotations

from typing import Any

from bot.effects import Start
from bot.scene import Scene
from notifications import windows
from registry import ratings
from registry.calendar.working_time import is_waking
from registry.models import Case, Channel

WITHOUT_COST = (Channel.WHATSAPP, Channel.WEB)  # to who answers


def rating_due(body: dict[str, Any], scene: Scene) -> list[Start]:
    """By SMS nobody is asked: there an answer costs the citizen money."""
    case = scene.session.get_one(Case, body["case_id"])
    if not _is_a_good_moment(case, scene):
        return []
    if not ratings.may_ask(scene.session, case, scene.catalogue[case.service], scene.at):
        return []
    ratings.note_asked(scene.session, case, scene.at)
    return [Start("rating", facts={"about": case.id, "number": case.number, "service": case.service})]


def _is_a_good_moment(case: Case, scene: Scene) -> bool:
    contact, state = scene.known, scene.state
    busy = state.ticket is not None or (state.top is not None and not state.top.passing)
    if busy or contact.channel not in WITHOUT_COST or contact.opted_out_at is not None:
        return False
    awake = is_waking(scene.at, scene.office_by_id(case.office_id).timezone)
    return awake and windows.is_open(contact.channel, contact.window_until, scene.at)
