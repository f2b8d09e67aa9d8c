"""A printed card: post it, or keep it at the counter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import phonenumbers

from bot.effects import ChooseHandover, Effect
from bot.flow import Answer, Flow, Several, Step, Talk
from bot.flows import where_to
from bot.flows.change import or_change
from bot.flows.readers import read_choice
from bot.flows.street import Pieces
from bot.flows.summary import Row, summary_step
from bot.flows.where_to import PARCEL, posted, told
from bot.postage import offered, postage
from bot.says import AskAgain, Option, Say
from bot.wording import Words

METHODS = (Option("post", "option-post"), Option("pickup", "option-pickup"))
BY_COURIER = (Option("post", "option-courier", also="option-post"), Option("pickup", "option-pickup"))
KEEPS = re.compile(r"\b(?:ambil|jemput|pick|collect)", re.IGNORECASE)
LEAD = re.compile(
    r"^\W*(?:(?:lewat|via|pakai|pake|pos|post|antar\w*|diantar|kirim\w*|dikirim|send|deliver|by|it|aja|saja|ya|yg|min"
    r"|pak|bu|tolong|mohon|mau|please|ke|to|di|alamat\w*|rumah|saya)\b\W*)+",
    re.IGNORECASE,
)
TRAIL = re.compile(r"(?:[\s,.]+(?:aja|saja|ya|yah|min|pak|bu|dong|please))+\W*$", re.IGNORECASE)
CONFIRM = (Option("send", "option-yes-send"), Option("change", "option-change"), Option("pickup", "option-pickup"))


def _ask_method(talk: Talk) -> Say:
    courier = talk.facts.get("courier", "")
    card = Words(f"document-{talk.facts['card']}")
    args = {"card": card, "number": talk.facts["number"], "reason": talk.facts.get("reason") or "none"}
    args |= offered(int(talk.facts["fee"]), courier)
    return Say("card-printed", args, BY_COURIER if courier else METHODS, template="card_printed")


def shown_phone(e164: str) -> str:
    """+62 812-0000-0012, as people read it."""
    number = phonenumbers.parse(e164)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _address(talk: Talk) -> dict[str, Any]:
    answers = talk.answers
    village, pin = talk.regions[answers["village"]], answers.get("map_pin", {})
    return {
        **answers["street"],
        "name": talk.facts["name"],
        "village": village.code,
        "place": f"{talk.regions.full_name(village)}, {talk.regions.kabupaten_of(village).short_name}",
        "postal_code": answers.get("postal_code") or village.postal_code,
        "phone": talk.facts.get("phone") or answers["phone"],
        "landmark": answers.get("landmark") or pin.get("label", ""),
        "map_pin": pin.get("at", ""),
    }


def _ask_confirm(talk: Talk, rows: Sequence[Row]) -> Say:
    address = _address(talk)
    shared = Words("shared-location") if address["map_pin"] else "none"
    shown = {"phone": shown_phone(address["phone"]), "landmark": address["landmark"] or shared}
    return Say("address-read-back", address | shown | {"postage": _postage(talk, address["village"])})


def _postage(talk: Talk, village: str) -> Words | str:
    """Another price than the one they chose by is said before it is agreed."""
    elsewhere = talk.facts.get("elsewhere")
    if not elsewhere or village.startswith(f"{elsewhere['not_in']}.") or elsewhere["fee"] == talk.facts["fee"]:
        return "none"
    return postage(int(elsewhere["fee"]))


def _or_pieces(step: Step) -> Step:
    """At the last look a landmark or another street can be added as it comes to mind."""

    def read(talk: Talk, answer: Answer) -> Any:
        try:
            return step.read(talk, answer)
        except AskAgain as again:
            address = told(talk, _bare(answer.text)) if again.say.key == "summary-unclear" else Pieces()
            if not (address.is_address or address.village):
                raise
        if not address.has_road:
            address = address._replace(street="")  # words around the piece
        return PARCEL.filled(talk, address.over({**talk.answers, **talk.answers["street"]}))

    return replace(step, read=read)


def _picked(talk: Talk, pick: str) -> Any:
    return "yes" if pick == "send" else Several({"method": "pickup"})


def _finish(talk: Talk) -> list[Effect]:
    document = int(talk.facts["document_id"])
    address = _address(talk) if posted(talk) else None
    return [ChooseHandover(document, talk.answers["method"], address)]


def _bare(text: str) -> str:
    """Of "tolong antar ke jl mawar 5 ya" the address."""
    return TRAIL.sub("", LEAD.sub("", text))


def _read_method(talk: Talk, answer: Answer) -> Any:
    """ "Pos aja ke jl mawar 5": what is told of the address with the choice is kept for the questions after it."""
    if answer.pick == "pickup" or KEEPS.search(answer.text):
        return BY_CHOICE(talk, answer)
    address = told(talk, _bare(answer.text)) if answer.text else Pieces()
    if not (address.has_road or address.rt or (answer.pick and address.village)):
        return BY_CHOICE(talk, answer)
    if "street" in talk.answers:  # changed after the last look: what was not told anew stays
        address = address.over({**talk.answers, **talk.answers["street"]})
    if not address.village:
        return Several({"method": "post"}, note=address._asdict())
    filled = PARCEL.filled(talk, address)
    return replace(filled, values={"method": "post", **filled.values}, note=filled.note if address.is_address else None)


BY_CHOICE = read_choice(("post", "pickup"))
METHOD = Step("method", _ask_method, _read_method)
PLAIN = (METHOD, *where_to.STEPS)
STEPS = tuple(or_change(step, PLAIN) for step in PLAIN)
CONFIRM_STEP = _or_pieces(summary_step(STEPS, _ask_confirm, CONFIRM, picked=_picked, when=posted))
FLOW = Flow("handover", (*STEPS, CONFIRM_STEP), _finish, keeps_location=True)
