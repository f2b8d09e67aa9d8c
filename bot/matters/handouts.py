"""Forms to sign: kept as the handouts that the outgoing desk sends, and given again to who asks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.flows.forms import forms_said
from bot.matters.standing import cases_of
from bot.says import PreFilled, Say
from bot.scene import Scene
from registry.forms import handouts
from registry.lifecycle import ENDED
from registry.models import Case, Paper, PaperState


def hand_out(form: PreFilled, scene: Scene) -> int:
    """The id of the handout that goes with a message."""
    if form.case_id:
        wanted = handouts.Wanted.of_case(form.form, scene.session.get_one(Case, form.case_id))
    else:
        wanted = handouts.Wanted(form.form, form.service, form.answers, form.office_id)
    return handouts.give(scene.session, scene.contact, wanted, scene.at).id


def forms_to_sign(scene: Scene) -> Sequence[Say]:
    """Of open cases, the newest first: what the citizen brings or has to send anew."""
    mine = {case.id: case for case in cases_of(scene) if case.state not in ENDED}
    unsigned = select(Paper).where(
        col(Paper.case_id).in_(mine), col(Paper.state).in_((PaperState.TO_BRING, PaperState.REFUSED))
    )
    found: dict[int, list[PreFilled]] = {}
    for paper in scene.session.exec(unsigned.order_by(col(Paper.case_id).desc(), col(Paper.id))):
        case = mine[paper.case_id]
        if form := scene.catalogue.form_of(scene.office_by_id(case.office_id).code, case.service, paper.key):
            found.setdefault(case.office_id, []).append(PreFilled(form, case_id=case.id))
    return [say for office_id, forms in found.items() for say in _said(forms, office_id, scene)] or [Say("form-none")]


def _said(forms: Sequence[PreFilled], office_id: int, scene: Scene) -> list[Say]:
    office = scene.office_by_id(office_id)
    place = {"known": "yes", "office": office.name, "address": office.address, "hours": office.hours}
    return forms_said(forms, scene.contact.channel, place)
