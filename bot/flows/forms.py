"""Forms that a citizen signs: sent filled in, or told where they lie ready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Step, Talk
from bot.says import PreFilled, Say
from bot.state import Frame
from bot.wording import Listed, Words
from registry.models import Channel
from registry.models.contacts import WITH_FILES


def form_said(form: PreFilled) -> Say:
    """A message of its own, with the form as its file."""
    return Say("form-filled", {"form": form.form, "signing": signing(form.form)}, separate=True, form=form)


def goes_with(step: Step, said: Say, channel: Channel) -> bool:
    """Whether a form goes with the question itself. Beside buttons no file goes, and an SMS carries none."""
    return step.takes_uploads and not said.options and channel in WITH_FILES


def with_forms(frame: Frame, step: Step, talk: Talk) -> tuple[Say, list[Say]]:
    """The question, and what is said before it: a form goes with the question for its photo, the forms for the page
    before it. By SMS none does."""
    said = step.ask(talk)
    if goes_with(step, said, talk.channel):
        forms = not_given(frame, step.forms(talk))
        return (replace(said, form=forms[0]) if forms else replace(said, args={**said.args, "sent": "yes"})), []
    apart = not step.takes_uploads and talk.channel in WITH_FILES
    return said, [form_said(form) for form in not_given(frame, step.forms(talk))] if apart else []


def forms_said(forms: Sequence[PreFilled], channel: Channel, place: Mapping[str, Any]) -> list[Say]:
    """Each by itself; by SMS where they lie. `place` tells of the office, as place_args does."""
    if channel is Channel.SMS:
        return [Say("form-at-office", {**place, "forms": named(forms)})]
    return [form_said(form) for form in forms]


def signing(form: str) -> Words:
    """What has to be done by hand: who signs, and where."""
    return Words(f"sign-{form.replace('.', '-')}")


def named(forms: Sequence[PreFilled]) -> Listed | str:
    return Listed(tuple(form.form for form in forms)) if forms else "none"


def not_given(frame: Frame, forms: Sequence[PreFilled]) -> list[PreFilled]:
    """Each form once, and again when what is written in it has changed."""
    given = frame.facts.get("forms", {})
    new = [form for form in forms if given.get(form.form) != form.answers]
    if new:
        frame.facts["forms"] = given | {form.form: dict(form.answers) for form in new}
    return new
