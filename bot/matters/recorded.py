"""Where stands what was noted under a number of its own: a report (ADU-0001), a wish about one's data (DS-0001)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.effects import ShowRecorded, ShowStatus, Start
from bot.matters.standing import show_status
from bot.says import Say
from bot.scene import Scene
from bot.wording import Moment
from registry.models import Complaint, DataRequest
from registry.models.rights import LETTERS
from registry.rights import complaints, data_requests

REPORT = "ADU"


def show_recorded(effect: ShowRecorded, scene: Scene) -> Sequence[Say | Start]:
    """Without a number it is the last report; who made none means a request. Of what another telephone noted nothing is
    told."""
    letters, _, digits = (effect.number or REPORT).partition("-")
    wanted = int(digits) if digits else None
    if letters == REPORT:
        report = complaints.of_contact(scene.session, scene.known.id, wanted)
        told = _report(report, scene) if report else None
    else:
        request = data_requests.of_contact(scene.session, scene.known.id, wanted)
        told = _request(request, scene) if request and LETTERS[request.kind] == letters else None
    if told:
        return [told]
    return [Say("recorded-not-here", {"number": effect.number})] if effect.number else show_status(ShowStatus(), scene)


def _report(report: Complaint, scene: Scene) -> Say:
    by = "head" if report.escalated else "supervisor"
    if report.taken_back:
        return Say("complaint-was-back", {"number": report.number})
    if report.answered_at:
        args = {"number": report.number, "text": report.answer, "by": by}
        return Say("complaint-answered", args) if report.answer else Say("recorded-over", args)
    answered = Moment(report.due_at, scene.office_by_id(report.office_id).timezone)
    late = "yes" if report.due_at < scene.at else "no"
    return Say("complaint-waits", {"number": report.number, "by": by, "answered": answered, "late": late})


def _request(request: DataRequest, scene: Scene) -> Say:
    if request.closed_at:
        return Say("recorded-over", {"number": request.number})
    zone = scene.office_by_id(request.office_id).timezone
    due = Moment(request.due_at, zone) if request.due_at else "none"
    return Say("request-waits", {"number": request.number, "due": due})
