"""A message the product sends: checked as Twilio checks a call, then given to delivery."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from werkzeug.datastructures import MultiDict

from simulator.account import ADDRESS, is_whatsapp, same_channel
from simulator.carrier import Carrier
from simulator.content_rules import MAX_BODY, MAX_VARIABLE, fault_at_sending
from simulator.contents import Content, Rendered
from simulator.delivery import deliver
from simulator.messages import Message, new_sid
from simulator.refusals import Refusal

MAX_SMS_MEDIA, MAX_WHATSAPP_MEDIA = 0, 1

Form = MultiDict[str, str]


def send(carrier: Carrier, form: Form, forced_code: int | None = None) -> Message:
    """Accepts a message and starts its delivery; `forced_code` makes its receipt a failure. Raises Refusal."""
    sender, to = form.get("From", ""), form.get("To", "")
    _check_addresses(carrier, sender, to)
    content = _content(carrier, form)
    message, code = _from_content(content, form) if content else (_free_form(form), None)
    carrier.store.add(message)
    carrier.strands.submit(f"deliver {to}", lambda: deliver(carrier, message, forced_code or code))
    return message


def _check_addresses(carrier: Carrier, sender: str, to: str) -> None:
    if not to:
        raise Refusal(21604, "A 'To' phone number is required.")
    if not sender:
        raise Refusal(21603, "A 'From' phone number is required.")
    if not ADDRESS.fullmatch(to):
        raise Refusal(21211, "Invalid 'To' Phone Number.")
    if not carrier.account.owns(sender):
        if is_whatsapp(sender):
            raise Refusal(63007, "Twilio could not find a Channel with the specified From address")
        raise Refusal(21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number.")
    if not same_channel(sender, to):
        raise Refusal(21910, "Invalid From and To pair. From and To should be of the same channel")


def _content(carrier: Carrier, form: Form) -> Content | None:
    sid = form.get("ContentSid")
    if not sid:
        if form.get("ContentVariables"):
            raise Refusal(21654, "A ContentSid must be specified if ContentVariables are provided")
        return None
    content = carrier.shelf.find(sid)
    if content is None:
        raise Refusal(21655, "The ContentSid is Invalid")
    return content


def _free_form(form: Form) -> Message:
    body, urls = form.get("Body", ""), tuple(form.getlist("MediaUrl"))
    if not body and not urls:
        raise Refusal(21619, "A text message body or media urls must be specified.")
    if len(body) > MAX_BODY:
        raise Refusal(21617, f"The concatenated message body exceeds the {MAX_BODY} character limit")
    return _message(form, Rendered(body, media_urls=urls))


def _from_content(content: Content, form: Form) -> tuple[Message, int | None]:
    values = content.variables | _variables(form.get("ContentVariables", ""))
    whatsapp = is_whatsapp(form["To"])
    shape = content.render(values, whatsapp)
    message = _message(form, shape)
    message.template = content.approved and "twilio/list-picker" not in content.types
    return message, fault_at_sending(content, values, shape) if whatsapp else None


def _variables(text: str) -> dict[str, str]:
    try:
        values = json.loads(text or "{}")
    except ValueError:
        values = None
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise Refusal(21656, "The ContentVariables Parameter is invalid")
    if any(len(value) > MAX_VARIABLE for value in values.values()):
        raise Refusal(21656, f"A content variable is longer than {MAX_VARIABLE} characters")
    return values


def _message(form: Form, shape: Rendered) -> Message:
    _check_media(shape.media_urls, is_whatsapp(form["To"]))
    return Message(
        sender=form["From"],
        to=form["To"],
        body=shape.body,
        inbound=False,
        status="queued",
        sid=new_sid("MM" if shape.media_urls or form.get("ContentSid") else "SM"),
        shape=shape,
        media_urls=shape.media_urls,
        status_callback=form.get("StatusCallback", ""),
    )


def _check_media(urls: tuple[str, ...], whatsapp: bool) -> None:
    if any(urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname for url in urls):
        raise Refusal(21620, "Invalid media URL(s)")
    if len(urls) > (MAX_WHATSAPP_MEDIA if whatsapp else MAX_SMS_MEDIA):
        raise Refusal(21623, "Number of media files exceeds allowed limit")
