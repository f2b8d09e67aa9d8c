"""Form bodies as the carrier posts them, and what of each reaches the inbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ACCOUNT = "AC" + 32 * "0"
OFFICE, CITIZEN = "whatsapp:+628110000001", "whatsapp:+6281200000012"
SMS_OFFICE, SMS_CITIZEN = "+628110000001", "+6281200000012"
API = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages"
METADATA = '{"type":"whatsapp","data":{"context":{"ProfileName":"Warga Contoh","WaId":"6281200000012"}}}'
LONGEST = 4_000


@dataclass(frozen=True)
class Case:
    """`row` is the body of the inbox row."""

    label: str
    form: dict[str, str]
    row: dict[str, Any] = field(default_factory=dict)


def sid(number: int, kind: str = "SM") -> str:
    return f"{kind}{number:032x}"


def numbered(form: dict[str, str], number: int) -> dict[str, str]:
    """The same message under another number."""
    return form | dict.fromkeys(("MessageSid", "SmsSid", "SmsMessageSid"), sid(number))


def whatsapp(body: str, **more: str) -> dict[str, str]:
    message = sid(1, "MM" if more.get("NumMedia", "0") != "0" else "SM")
    form = {
        "SmsMessageSid": message, "NumMedia": "0", "ProfileName": "Warga Contoh", "MessageType": "text",
        "SmsSid": message, "WaId": "6281200000012", "SmsStatus": "received", "Body": body, "To": OFFICE,
        "NumSegments": "1", "ReferralNumMedia": "0", "MessageSid": message, "AccountSid": ACCOUNT,
        "ChannelMetadata": METADATA, "From": CITIZEN, "ApiVersion": "2010-04-01",
        "ExternalUserId": "whatsapp:ID.4566000000000012",
    }  # fmt: skip
    return form | more


def sms(body: str, **more: str) -> dict[str, str]:
    message = sid(1)
    form = {
        "ToCountry": "ID", "ToState": "", "SmsMessageSid": message, "NumMedia": "0", "ToCity": "", "FromZip": "",
        "SmsSid": message, "FromState": "", "SmsStatus": "received", "FromCity": "", "Body": body,
        "FromCountry": "ID", "To": SMS_OFFICE, "ToZip": "", "NumSegments": "1", "MessageSid": message,
        "AccountSid": ACCOUNT, "From": SMS_CITIZEN, "ApiVersion": "2010-04-01",
    }  # fmt: skip
    return form | more


def files(*types: str, kind: str, body: str = "", count: str | None = None, **more: str) -> dict[str, str]:
    """A message with files; `count` is what NumMedia claims."""
    told = {"NumMedia": count if count is not None else str(len(types)), "MessageType": kind}
    for place, content_type in enumerate(types):
        told[f"MediaContentType{place}"] = content_type
        told[f"MediaUrl{place}"] = f"{API}/{sid(1, 'MM')}/Media/{media(place)}"
    return whatsapp(body, **(told | more))


def media(place: int) -> str:
    return f"ME{place:032x}"


def medias(count: int) -> dict[str, list[str]]:
    return {"media": [media(place) for place in range(count)]}


ANSWERED = {"OriginalRepliedMessageSid": sid(99), "OriginalRepliedMessageSender": OFFICE, "Forwarded": "false"}
PLACE = {"Latitude": "-1.2654", "Longitude": "116.8312", "Label": "<b>Rumah</b>", "Address": "Jl. Contoh 1"}

CASES = (
    Case("text", whatsapp("kk saya hilang"), {"text": "kk saya hilang"}),
    Case("lines", whatsapp("nama:\r\nRina Contoh"), {"text": "nama:\nRina Contoh"}),
    Case(
        "quick reply",
        whatsapp("Lanjut", MessageType="interactive", ButtonText="Lanjut", ButtonPayload="1:go_on", **ANSWERED),
        {"text": "Lanjut", "button": "1:go_on"},
    ),
    Case(
        "button of a template",
        whatsapp("Lihat", MessageType="button", ButtonText="Lihat", ButtonPayload="!held", **ANSWERED),
        {"text": "Lihat", "button": "!held"},
    ),
    Case(
        "list reply",
        whatsapp("KTP-el", MessageType="interactive", ListId="2:ktp", ListTitle="KTP-el", **ANSWERED),
        {"text": "KTP-el", "button": "2:ktp"},
    ),
    Case("endless button", whatsapp("x", ButtonPayload=10_000 * "1"), {"text": "x", "button": 200 * "1"}),
    Case(
        "image with caption",
        files("image/jpeg", kind="image", body="ini KTP saya"),
        {"text": "ini KTP saya"} | medias(1),
    ),
    Case("several files", files("image/jpeg", "image/png", "application/pdf", kind="image"), medias(3)),
    Case("pdf", files("application/pdf", kind="document", body="surat.pdf"), {"text": "surat.pdf"} | medias(1)),
    Case("voice note", files("audio/ogg", kind="audio"), medias(1)),
    Case("video", files("video/mp4", kind="video"), medias(1)),
    Case("sticker", files("image/webp", kind="sticker"), {"oddity": "sticker"}),
    Case("contact card", files("text/vcard", kind="contacts"), {"oddity": "contact"}),
    Case(
        "location",
        whatsapp("", MessageType="location", **PLACE),
        {"oddity": "location", "location": {"at": "-1.26540,116.83120", "label": "<b>Rumah</b>"}},
    ),
    Case("no place on earth", whatsapp("", **PLACE | {"Latitude": "91"}), {"oddity": "empty"}),
    Case("a place made up", whatsapp("", **PLACE | {"Longitude": "1e2&q=x"}), {"oddity": "empty"}),
    Case("empty", whatsapp(""), {"oddity": "empty"}),
    Case("spaces", whatsapp(" \u200b\n "), {"oddity": "empty"}),
    Case("sms", sms("AKL#6471044506900000"), {"text": "AKL#6471044506900000"}),
    Case("unknown parameters", whatsapp("halo", Baru="<x>", **{"Aneh[0]": "' OR 1=1 --"}), {"text": "halo"}),
    Case("markup", whatsapp("<script>alert(1)</script>{{7*7}}"), {"text": "<script>alert(1)</script>{{7*7}}"}),
    Case("NumMedia=9999", files(*40 * ["image/png"], kind="image", count="9999"), medias(10)),
    Case("NumMedia=-1", files("image/png", kind="image", count="-1"), {"oddity": "empty"}),
    Case("NumMedia=abc", files("image/png", kind="image", count="abc", body="halo"), {"text": "halo"}),
    Case("NumMedia of Arabic digits", files("image/png", kind="image", count="\u0661"), {"oddity": "empty"}),
    Case("MediaUrl without a SID", files("image/png", kind="image", MediaUrl0=f"{API}/x"), {"oddity": "empty"}),
    Case("100,000 letters", whatsapp(100_000 * "a"), {"text": LONGEST * "a", "oddity": "long"}),
    Case("100,000 emoji", whatsapp(100_000 * "\U0001f600"), {"text": LONGEST * "\U0001f600", "oddity": "long"}),
    Case("combining marks", whatsapp("e" + 500 * "\u0301"), {"text": "e" + 500 * "\u0301"}),
    Case("text turned round", whatsapp("ktp\u202egnalih\u2066"), {"text": "ktpgnalih"}),
    Case("emoji", whatsapp("\U0001f64f makasih"), {"text": "\U0001f64f makasih"}),
    Case("hard spaces", whatsapp("Rina\u00a0Contoh\u3000Sari"), {"text": "Rina Contoh Sari"}),
    Case("NUL and ANSI", whatsapp("a\x00b\x1b[31mc\x07"), {"text": "ab[31mc"}),
)
