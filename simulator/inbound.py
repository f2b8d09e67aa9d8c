"""A citizen's message: kept, then told to the product by a signed webhook."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from simulator.account import ADDRESS, is_whatsapp, same_channel
from simulator.carrier import Carrier
from simulator.messages import Media, Message, new_sid, now
from simulator.posting import Outcome

API = "https://api.twilio.com/2010-04-01"


@dataclass
class Draft:
    """What a citizen is about to send."""

    sender: str
    to: str
    body: str = ""
    profile_name: str = ""
    payload: str = ""
    list_id: str = ""
    replied_to: str = ""
    place: dict[str, str] = field(default_factory=dict)
    media: Media | None = None


def receive(carrier: Carrier, draft: Draft) -> Message:
    """Keeps the message, opens the window and posts the webhook. Raises ValueError when it cannot be sent."""
    message = _accept(carrier, draft)
    carrier.store.open_window(message.citizen, message.office)
    carrier.store.add(message)
    form = webhook_form(carrier, message, draft)

    def send() -> Outcome:
        outcome = carrier.postman.post(carrier.account.inbound_url, form)
        carrier.store.change(message, webhook={"status": outcome.status, "error": outcome.error})
        return outcome

    outcome = carrier.postman.carry("webhooks", send)
    if message.webhook is None:  # dropped or held back: nothing was posted yet
        carrier.store.change(message, webhook={"status": None, "error": outcome.error})
    return message


def _accept(carrier: Carrier, draft: Draft) -> Message:
    if is_whatsapp(draft.to) and not is_whatsapp(draft.sender):
        draft.sender = "whatsapp:" + draft.sender
    if not carrier.account.owns(draft.to):
        raise ValueError("`to` is none of the senders this simulator was started with")
    if not ADDRESS.fullmatch(draft.sender) or not same_channel(draft.sender, draft.to):
        raise ValueError("`from` is not an address on the channel of `to`")
    if draft.media and not is_whatsapp(draft.to):
        raise ValueError("SMS carries text only, no media")
    _take_title(carrier, draft)
    if draft.media and kind_of(draft.media.content_type) == "document":
        draft.body = draft.body or draft.media.name  # WhatsApp gives a document's file name as its text
    return Message(
        sender=draft.sender,
        to=draft.to,
        body=draft.body,
        inbound=True,
        status="received",
        sid=new_sid("MM" if draft.media else "SM"),
        media=[draft.media] if draft.media else [],
        replied_to=draft.replied_to,
        place=draft.place,
        sent=now(),
    )


def _take_title(carrier: Carrier, draft: Draft) -> None:
    """A pressed button says its title: taken from the message it stood under."""
    asked = carrier.store.find(draft.replied_to)
    if draft.body or asked is None or asked.shape is None:
        return
    titles = dict(asked.shape.buttons) | {key: title for key, title, _ in asked.shape.choices}
    draft.body = titles.get(draft.payload or draft.list_id, "")


def webhook_form(carrier: Carrier, message: Message, draft: Draft) -> dict[str, str]:
    """The fields of the webhook, as Twilio names them."""
    form = {
        "MessageSid": message.sid,
        "SmsSid": message.sid,
        "SmsMessageSid": message.sid,
        "AccountSid": carrier.account.sid,
        "ApiVersion": "2010-04-01",
        "SmsStatus": "received",
        "From": message.sender,
        "To": message.to,
        "Body": message.body,
        "NumMedia": str(len(message.media)),
        "NumSegments": str(message.segments),
    }
    for at, media in enumerate(message.media):
        form[f"MediaContentType{at}"] = media.content_type
        form[f"MediaUrl{at}"] = f"{API}/Accounts/{carrier.account.sid}/Messages/{message.sid}/Media/{media.sid}"
    return form | (_whatsapp_fields(carrier, message, draft) if message.on_whatsapp else _sms_fields())


def _sms_fields() -> dict[str, str]:
    places = {f"{end}{part}": "" for end in ("From", "To") for part in ("City", "State", "Zip")}
    return places | {"FromCountry": "ID", "ToCountry": "ID"}


def _whatsapp_fields(carrier: Carrier, message: Message, draft: Draft) -> dict[str, str]:
    context = {"ProfileName": draft.profile_name or "Warga Contoh", **message.place}
    number = message.sender.removeprefix("whatsapp:")
    if number.startswith("+"):
        context["WaId"] = number[1:]
    if draft.payload:
        context |= {"ButtonText": message.body, "ButtonPayload": draft.payload}
    if draft.list_id:
        context |= {"ListId": draft.list_id, "ListTitle": message.body}
    answered = {}
    if draft.replied_to:
        context |= {"Forwarded": "false", "FrequentlyForwarded": "false"}
        answered = {"OriginalRepliedMessageSid": draft.replied_to, "OriginalRepliedMessageSender": message.to}
    always = {
        "ExternalUserId": _external_id(number),
        "MessageType": _message_type(carrier, message, draft),
        "ReferralNumMedia": "0",
        "ChannelMetadata": json.dumps({"type": "whatsapp", "data": {"context": context}}, ensure_ascii=False),
    }
    return context | answered | always


def _external_id(number: str) -> str:
    """The business-scoped id of a citizen: stable, and not the number."""
    if not number.startswith("+"):
        return f"whatsapp:{number}"
    return f"whatsapp:ID.{int(hashlib.sha256(number.encode()).hexdigest()[:13], 16):016d}"


def _message_type(carrier: Carrier, message: Message, draft: Draft) -> str:
    if draft.payload:
        asked = carrier.store.find(draft.replied_to)
        return "button" if asked is not None and asked.template else "interactive"
    if draft.list_id:
        return "interactive"
    if message.place:
        return "location"
    return kind_of(message.media[0].content_type) if message.media else "text"


def kind_of(content_type: str) -> str:
    """WhatsApp's word for a file of this type."""
    if content_type == "text/vcard":
        return "contacts"
    if content_type == "image/webp":
        return "sticker"
    family = content_type.partition("/")[0]
    return family if family in ("image", "audio", "video") else "document"
