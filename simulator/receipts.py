"""Status callbacks: one signed post for each change of a message's status but the first."""

from __future__ import annotations

from simulator.carrier import Carrier
from simulator.messages import Message
from simulator.refusals import SENTENCES


def tell(carrier: Carrier, message: Message) -> None:
    """Posts the present status in the background; receipts of one message go in order unless faults say otherwise."""
    url, form = message.status_callback, receipt_form(carrier, message)
    if url:
        send = lambda: carrier.postman.post(url, form, "; charset=utf-8")  # noqa: E731 - a closure over this status
        carrier.strands.submit(f"receipt {message.sid}", lambda: carrier.postman.carry("receipts", send))


def receipt_form(carrier: Carrier, message: Message) -> dict[str, str]:
    """The fields of the callback, as Twilio names them."""
    form = {
        "MessageSid": message.sid,
        "SmsSid": message.sid,
        "MessageStatus": message.status,
        "SmsStatus": message.status,
        "From": message.sender,
        "To": message.to,
        "AccountSid": carrier.account.sid,
        "ApiVersion": "2010-04-01",
    }
    if message.error_code is not None:
        form |= {"ErrorCode": str(message.error_code), "ErrorMessage": SENTENCES.get(message.error_code, "")}
    return form | (_whatsapp_fields(carrier, message) if message.on_whatsapp else {})


def _whatsapp_fields(carrier: Carrier, message: Message) -> dict[str, str]:
    fields = {
        "ChannelPrefix": "whatsapp",
        "ChannelInstallSid": "XE" + carrier.account.sid[2:],
        "ChannelToAddress": message.to.removeprefix("whatsapp:")[:-4] + "XXXX",
    }
    if message.status == "sent":
        return fields | {"StructuredMessage": "true" if message.template else "false"}
    return fields | {"EventType": message.status.upper()}
