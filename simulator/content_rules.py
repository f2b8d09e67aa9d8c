"""What WhatsApp allows in a content: when it is made, when it asks for approval, when it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.contents import VARIABLE, Content, Rendered

KNOWN_TYPES = {"twilio/text", "twilio/quick-reply", "twilio/list-picker", "twilio/media"}
TWO_SIDE_BY_SIDE = re.compile(r"\}\}\s*\{\{")
MAX_BODY, MAX_INTERACTIVE_BODY, MAX_VARIABLE = 1600, 1024, 1600
MAX_BUTTONS, MAX_BUTTON = 3, 20
MAX_ITEMS, MAX_ITEM, MAX_ITEM_ID, MAX_DESCRIPTION = 10, 24, 200, 72

EMPTY_VARIABLE, INVALID_CONTENT, OUTSIDE_WINDOW = 63013, 63021, 63016


def fault_at_creation(types: Mapping[str, Any]) -> str:
    """The first reason why these types cannot be stored, or nothing."""
    if not types:
        return "types: at least one content type is required"
    for name, part in types.items():
        if name not in KNOWN_TYPES:
            return f"types: {name} is not offered by this carrier"
        if name != "twilio/media" and not (part.get("body") or "").strip():
            return f"{name}: body is required"
        if name == "twilio/media" and not part.get("media"):
            return f"{name}: media is required"
        if fault := next(_too_much(_literal(name, part)), ""):
            return f"{name}: {fault}"
    return ""


def fault_at_approval(content: Content) -> str:
    """Why WhatsApp would reject this template, or nothing."""
    part = content.types[content.type_for(whatsapp=True)]
    body = str(part.get("body") or "").strip()
    if body.startswith("{{") or body.endswith("}}"):
        return "Variables can't be at the start or end of the template."
    if TWO_SIDE_BY_SIDE.search(body):
        return "Variables can't be next to each other."
    missing = [name for name in VARIABLE.findall(body) if not content.variables.get(name)]
    return f"A sample value is required for variable {missing[0]}." if missing else ""


def fault_at_sending(content: Content, values: Mapping[str, str], rendered: Rendered) -> int | None:
    """The error code of the receipt this message will get, or nothing."""
    wanted = VARIABLE.findall(str(content.types[content.type_for(whatsapp=True)]))
    if any(not values.get(name, "").strip() for name in wanted):
        return EMPTY_VARIABLE
    return INVALID_CONTENT if next(_too_much(rendered), "") else None


def _literal(name: str, part: Mapping[str, Any]) -> Rendered:
    # Variables count as nothing here: their length is known only when the message goes out.
    return Content("", "", "", {}, {name: dict(part)}, "").render({}, whatsapp=True)


def _too_much(shape: Rendered) -> Iterator[str]:
    limit = MAX_INTERACTIVE_BODY if shape.buttons or shape.choices else MAX_BODY
    if len(shape.body) > limit:
        yield f"body is longer than {limit} characters"
    if len(shape.buttons) > MAX_BUTTONS:
        yield f"more than {MAX_BUTTONS} buttons"
    if len(shape.choices) > MAX_ITEMS:
        yield f"more than {MAX_ITEMS} items"
    if len(shape.list_button) > MAX_BUTTON or any(len(title) > MAX_BUTTON for _, title in shape.buttons):
        yield f"a button is longer than {MAX_BUTTON} characters"
    yield from _long_items(shape)


def _long_items(shape: Rendered) -> Iterator[str]:
    for key, item, description in shape.choices:
        if len(item) > MAX_ITEM:
            yield f"an item is longer than {MAX_ITEM} characters"
        if len(key) > MAX_ITEM_ID:
            yield f"an item id is longer than {MAX_ITEM_ID} characters"
        if len(description) > MAX_DESCRIPTION:
            yield f"a description is longer than {MAX_DESCRIPTION} characters"
