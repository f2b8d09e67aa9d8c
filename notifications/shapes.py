"""Gives a message the shape its channel and the forms at hand allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlmodel import Session, select

from notifications.channels.carrier import DeliveryFailed, Outbound, Remedy
from notifications.content import MAX_CHOICE_BODY, SESSION_LANGUAGE, ListPicker, QuickReply, session_form
from notifications.outbox import Choice, Message, numbered
from registry.models import Channel, Content

Forms = Mapping[tuple[str, str], str]  # SIDs that may be sent, by name and language


def load_forms(session: Session) -> dict[tuple[str, str], str]:
    """Session forms, and the templates that are approved."""
    rows = session.exec(select(Content).where(Content.approval.in_(("none", "approved"))))  # type: ignore[attr-defined]
    return {(row.name, row.language): row.sid for row in rows}


def is_template(message: Message) -> bool:
    """A notice that is nothing but its template, as windows.hold queues it."""
    return not message.text and message.template is not None


def shape(message: Message, channel: Channel, language: str, forms: Forms, media_url: str | None) -> Outbound:
    """Raises DeliveryFailed when the message needs a form that is not there."""
    if message.template and is_template(message):
        return _template(message.template, message.variables, language, forms)
    if channel is not Channel.WHATSAPP:
        return Outbound(message.text)
    for form in _session_forms(message) if len(message.text) <= MAX_CHOICE_BODY and not media_url else ():
        sid, values = forms.get((form.name, SESSION_LANGUAGE)), _values(message, form)
        if sid and all(values):  # an empty variable would be refused (63013)
            return Outbound(content_sid=sid, variables=values)
    return Outbound(numbered(message), media_url)


def comparable(message: Message, channel: Channel) -> str | None:
    """The words by which to know the message at the carrier; none for a form, whose words the carrier puts together."""
    if is_template(message) or (message.choices and channel is Channel.WHATSAPP and not message.has_file):
        return None
    return numbered(message) if channel is Channel.WHATSAPP else message.text


def _session_forms(message: Message) -> Iterator[QuickReply | ListPicker]:
    """Buttons made up on the way (villages, offices, numbers of cases) have no form of their own: a list serves."""
    if form := session_form(message.choices):
        yield form
        yield ListPicker(len(message.choices))


def _template(name: str, variables: tuple[str, ...], language: str, forms: Forms) -> Outbound:
    sid = forms.get((name, language)) or forms.get((name, SESSION_LANGUAGE))
    if sid is None:
        raise DeliveryFailed("template-missing", Remedy.OUR_CONTENT)
    # WhatsApp refuses line breaks and runs of spaces inside a template's variables.
    return Outbound(content_sid=sid, variables=tuple(" ".join(value.split()) for value in variables))


def _values(message: Message, form: QuickReply | ListPicker) -> tuple[str, ...]:
    if isinstance(form, QuickReply):
        return message.text, *(choice.id for choice in message.choices)
    described = form.described
    items = (value for choice in message.choices for value in _item(choice, described))
    return message.text, message.list_button, *items


def _item(choice: Choice, described: bool) -> tuple[str, ...]:
    return (choice.label, choice.id, choice.description) if described else (choice.label, choice.id)
