"""Many citizens, each with a script of their own, as the carrier's signed webhooks."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

ACCOUNT, TOKEN = "AC" + 32 * "0", "a made-up token"
INBOUND = "/webhooks/twilio/inbound"
WHATSAPP_SENDER, SMS_SENDER = "whatsapp:+628110000001", "+628110000011"

# KK-HR by WhatsApp up to the papers, and by SMS up to the case number. "{nik}" is the citizen's own.
WHATSAPP = (
    "assalamualaikum min kk saya hilang", "Lanjut", "Tidak ada", "rina contoh", "{nik}", "lupa", "karang rejo",
)  # fmt: skip
SMS = ("kk hilang", "2", "Budi Contoh", "{nik}", "lupa", "karang jati", "bawa", "1", "status")

Form = dict[str, str]


def forms(citizen: int) -> Iterator[Form]:
    """What this citizen writes, in order."""
    number = number_of(citizen)
    for turn, text in enumerate(SMS if by_sms(citizen) else WHATSAPP):
        sid = f"SM{citizen:016x}{turn:016x}"
        form = {
            "MessageSid": sid,
            "SmsSid": sid,
            "SmsMessageSid": sid,
            "AccountSid": ACCOUNT,
            "ApiVersion": "2010-04-01",
            "SmsStatus": "received",
            "Body": text.format(nik=_nik(citizen)),
            "NumMedia": "0",
            "NumSegments": "1",
        }
        yield form | (_sms(number) if by_sms(citizen) else _whatsapp(number))


def by_sms(citizen: int) -> bool:
    """Every second one has no WhatsApp."""
    return citizen % 2 == 1


def number_of(citizen: int) -> str:
    return f"+62899{citizen:08d}"


def requests(public_url: str) -> Iterator[list[bytes]]:
    """One citizen after the other, without end: the requests of each, ready to be written to a socket."""
    validator = RequestValidator(TOKEN)
    for citizen in itertools.count(1):
        yield [_request(form, validator.compute_signature(public_url + INBOUND, form)) for form in forms(citizen)]


def _request(form: Form, signature: str) -> bytes:
    body = urlencode(form).encode()
    head = (
        f"POST {INBOUND} HTTP/1.1\r\nHost: loket\r\nX-Twilio-Signature: {signature}\r\n"
        f"Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _whatsapp(number: str) -> Form:
    return {
        "From": f"whatsapp:{number}",
        "To": WHATSAPP_SENDER,
        "ProfileName": "Contoh",
        "WaId": number[1:],
        "MessageType": "text",
        "ChannelMetadata": json.dumps({"type": "whatsapp", "data": {"context": {"ProfileName": "Contoh"}}}),
        "ExternalUserId": f"ID.{number[1:]}",
    }


def _sms(number: str) -> Form:
    places = {f"{end}{part}": "" for end in ("From", "To") for part in ("City", "State", "Zip")}
    return {"From": number, "To": SMS_SENDER, **places, "FromCountry": "ID", "ToCountry": "ID"}


def _nik(citizen: int) -> str:
    """A woman's of Balikpapan; the serial 0000 belongs to nobody."""
    day, month, year = 41 + citizen % 28, 1 + citizen // 28 % 12, 60 + citizen // 336 % 40
    return f"647104{day:02d}{month:02d}{year:02d}0000"
