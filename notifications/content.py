"""The message forms the carrier keeps for us: sets of buttons, lists of one to ten items, approved templates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from notifications.outbox import Choice

MAX_BODY, MAX_CHOICE_BODY = 1600, 1024
MAX_BUTTONS, MAX_TITLE = 3, 20
MAX_ITEMS, MAX_ITEM, MAX_DESCRIPTION = 10, 24, 72
SESSION_LANGUAGE = "id"  # forms whose words are all variables or titles exist once, under this one

VARIABLE = re.compile(r"\{\{(\d+)\}\}")
SIDE_BY_SIDE = re.compile(r"\}\}\s*\{\{")
TEMPLATE_NAME = re.compile(r"[a-z0-9_]{1,60}")


class FormRefused(Exception):
    """The carrier would not take this form; the message says which limit to keep."""


class Form(Protocol):
    """`name` is ours, `stored_name` the carrier's: it changes with the words, for what was approved cannot."""

    @property
    def name(self) -> str: ...
    @property
    def stored_name(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def needs_approval(self) -> bool: ...
    def types(self) -> dict[str, Any]: ...
    def samples(self) -> dict[str, str]: ...
    def check(self) -> None: ...


@dataclass(frozen=True)
class QuickReply:
    """Buttons under a text, in a session. Variables: the text, then the id of each button."""

    titles: tuple[str, ...]
    language: str = SESSION_LANGUAGE
    needs_approval = False

    @property
    def name(self) -> str:
        return f"buttons_{_digest(self.titles)}"

    stored_name = name

    def types(self) -> dict[str, Any]:
        actions = [_button(title, f"{{{{{place}}}}}") for place, title in enumerate(self.titles, 2)]
        return {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}

    def samples(self) -> dict[str, str]:
        return _samples(1 + len(self.titles))

    def check(self) -> None:
        if not 1 <= len(self.titles) <= MAX_BUTTONS:
            raise FormRefused(f"{self.titles}: WhatsApp shows 1 to {MAX_BUTTONS} buttons; use a list for more")
        _check_titles(self.titles)


@dataclass(frozen=True)
class ListPicker:
    """A list of `items`, in a session. Variables: the text, what opens the list, then each item's words and id.

    With descriptions it is another form, because an empty variable is refused (63013).
    """

    items: int
    described: bool = False
    language: str = SESSION_LANGUAGE
    needs_approval = False

    @property
    def name(self) -> str:
        return f"list_{self.items}_described" if self.described else f"list_{self.items}"

    stored_name = name

    def types(self) -> dict[str, Any]:
        fields = ("item", "id", "description") if self.described else ("item", "id")
        items = [
            {field: f"{{{{{3 + n * len(fields) + place}}}}}" for place, field in enumerate(fields)}
            for n in range(self.items)
        ]
        return {"twilio/list-picker": {"body": "{{1}}", "button": "{{2}}", "items": items}}

    def samples(self) -> dict[str, str]:
        return _samples(2 + self.items * (3 if self.described else 2))

    def check(self) -> None:
        if not 1 <= self.items <= MAX_ITEMS:
            raise FormRefused(f"{self.name}: WhatsApp shows 1 to {MAX_ITEMS} items in a list")


@dataclass(frozen=True)
class Template:
    """A notice that may go outside the 24 hours. `examples` show WhatsApp what each variable of the body holds."""

    name: str
    language: str
    body: str
    buttons: tuple[Choice, ...] = ()
    examples: tuple[str, ...] = ()
    needs_approval = True

    @property
    def stored_name(self) -> str:
        words = (self.body, *(part for button in self.buttons for part in (button.id, button.label)))
        return f"{self.name}_{self.language}_{_digest(words)}"

    def types(self) -> dict[str, Any]:
        if not self.buttons:
            return {"twilio/text": {"body": self.body}}
        actions = [_button(button.label, button.id) for button in self.buttons]
        return {"twilio/quick-reply": {"body": self.body, "actions": actions}}

    def samples(self) -> dict[str, str]:
        return {str(place): example for place, example in enumerate(self.examples, 1)}

    def check(self) -> None:
        if not TEMPLATE_NAME.fullmatch(self.name):
            raise FormRefused(f"{self.name}: a template's name is up to 60 small letters, digits and underscores")
        if not 1 <= len(self.body) <= (MAX_CHOICE_BODY if self.buttons else MAX_BODY):
            raise FormRefused(f"{self.name}: the body is empty or longer than WhatsApp takes")
        if len(self.buttons) > MAX_BUTTONS:
            raise FormRefused(f"{self.name}: WhatsApp shows at most {MAX_BUTTONS} buttons")
        _check_titles([button.label for button in self.buttons])
        self._check_variables()

    def _check_variables(self) -> None:
        body = self.body.strip()
        if body.startswith("{{") or body.endswith("}}"):
            raise FormRefused(f"{self.name}: a template may not begin or end with a variable; put words around it")
        if SIDE_BY_SIDE.search(body):
            raise FormRefused(f"{self.name}: two variables stand side by side; put words between them")
        numbers = {int(number) for number in VARIABLE.findall(body)}
        if numbers != set(range(1, len(self.examples) + 1)) or not all(self.examples):
            raise FormRefused(f"{self.name}: variables count from {{{{1}}}} and each needs one example")


# Ten of each kind serve every list.
LIST_PICKERS = tuple(ListPicker(n, described) for described in (False, True) for n in range(1, MAX_ITEMS + 1))


def session_form(choices: Sequence[Choice]) -> QuickReply | ListPicker | None:
    """The form that can show these choices, or none: then they go as numbered text."""
    if len(choices) <= MAX_BUTTONS and all(len(choice.label) <= MAX_TITLE for choice in choices):
        return QuickReply(tuple(choice.label for choice in choices)) if choices else None
    fits = len(choices) <= MAX_ITEMS and all(len(choice.label) <= MAX_ITEM for choice in choices)
    described = all(0 < len(choice.description) <= MAX_DESCRIPTION for choice in choices)
    return ListPicker(len(choices), described) if fits else None


def _button(title: str, key: str) -> Mapping[str, str]:
    return {"type": "QUICK_REPLY", "title": title, "id": key}


def _check_titles(titles: Sequence[str]) -> None:
    for title in titles:
        if not 1 <= len(title) <= MAX_TITLE:
            raise FormRefused(f"{title!r}: a button's title has 1 to {MAX_TITLE} characters, this one {len(title)}")
    if len(set(titles)) != len(titles):
        raise FormRefused(f"{titles}: two buttons have the same title")


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]


def _samples(count: int) -> dict[str, str]:
    return {str(place): "Loket" for place in range(1, count + 1)}
