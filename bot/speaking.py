"""Turns what a turn says into messages: one where it can be one, rendered for channel and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from bot.meaning.picks import label
from bot.says import Option, PreFilled, PrivacyPage, Say, UploadPage
from bot.templates import TEMPLATES
from bot.wording import Wording
from notifications.outbox import Choice, Message
from registry.models import Channel

BUTTON, ITEM, DESCRIPTION = 20, 24, 72  # letters the carrier allows
BUTTONS, ITEMS = 3, 10
ONE_PART, EACH_OF_SEVERAL = 160, 153  # letters of an SMS in GSM-7, none of which counts twice here
POLITE = "Anda"  # a capital wherever it stands


class Speaker:
    """`address` makes the address of a page that a sentence names, `hand_out` the form that goes with it."""

    def __init__(
        self,
        words: Wording,
        language: str,
        channel: Channel,
        address: Callable[[UploadPage | PrivacyPage], str],
        hand_out: Callable[[PreFilled], int],
    ) -> None:
        self._words = words
        self._language = language
        self._channel = channel
        self._address = address
        self._hand_out = hand_out

    def messages(self, says: Sequence[Say], prompt: int) -> list[Message]:
        """`prompt` is the number of the question: it makes its buttons tell themselves from older ones."""
        messages: list[Message] = []
        alone = True
        for say in says:
            joins = bool(messages) and not alone and not say.separate and _goes_with(say, messages[-1])
            text = self._fullest(say, messages[-1].text if joins else "") if say.fuller else self._render(say)
            if not text:
                continue
            if joins:
                message = replace(messages[-1], text=_joined(messages[-1].text, text, say.follows))
                messages[-1] = self._finished(message, say, prompt)
            else:
                messages.append(self._finished(Message(text), say, prompt))
            alone = say.separate
        return messages

    def _fullest(self, say: Say, before: str) -> str:
        """What goes out in as many parts as that which says least."""
        texts = [self._render(replace(each, options=say.options)) for each in (*say.fuller, say)]
        parts = [parts_of(_joined(before, text, say.follows) if before else text) for text in texts]
        return next(text for text, n in zip(texts, parts, strict=True) if n <= parts[-1])

    def _render(self, say: Say) -> str:
        pages = {name: self._address(v) for name, v in say.args.items() if isinstance(v, UploadPage | PrivacyPage)}
        args = {**say.args, **pages}
        text = self._words.render(say.key, args, self._language, self._channel)
        if self._channel is Channel.SMS and say.options:
            shown = [option for option in say.options if not option.unnumbered]
            numbered = (f"{n} {self._label(option)}" for n, option in enumerate(shown, start=say.after + 1))
            text = f"{text} {' '.join(numbered)}".rstrip()
        return text

    def _label(self, option: Option) -> str:
        return label(option, self._words, self._language, self._channel)

    def _finished(self, message: Message, say: Say, prompt: int) -> Message:
        choices = self._choices(say.options, prompt) or message.choices
        return replace(
            message,
            choices=choices,
            list_button=self._words.render("list-button", {}, self._language, self._channel) if choices else "",
            document_id=say.document_id or message.document_id,
            handout_id=self._hand_out(say.form) if say.form else message.handout_id,
            enclosure_id=say.enclosure_id or message.enclosure_id,
            booking_id=say.booking_id or message.booking_id,
            secret=say.secret or message.secret,
            **(self._template(say.template, say.args) if say.template else {}),
        )

    def _choices(self, options: Sequence[Option], prompt: int) -> tuple[Choice, ...]:
        if self._channel is Channel.SMS:
            return ()
        return tuple(
            Choice(f"{prompt}:{option.id}", self._label(option)[:ITEM], option.description[:DESCRIPTION])
            for option in [each for each in options if not each.quiet][:ITEMS]
        )

    def _template(self, name: str, args: Mapping[str, Any]) -> dict[str, Any]:
        """What goes in place of the text outside the 24 hours; the variables in the template's own order."""
        return {
            "template": name,
            "variables": tuple(
                str(self._words.shown(args[arg], self._language, self._channel)) for arg in TEMPLATES[name]
            ),
            "notice": self._words.render(f"template-{name}", args, self._language, self._channel),
        }


def parts_of(text: str) -> int:
    """How many SMS it is sent as."""
    return 1 if len(text) <= ONE_PART else ceil(len(text) / EACH_OF_SEVERAL)


def _goes_with(say: Say, message: Message) -> bool:
    """A question is the last of its message, and no message carries two files."""
    carries = any(each is not None for each in (say.document_id, say.form, say.enclosure_id, say.booking_id))
    return not message.choices and not (carries and message.has_file)


def _joined(before: str, text: str, follows: bool) -> str:
    if before.endswith(":"):
        text = text[0].lower() + text[1:] if text[1:2].islower() and not text.startswith(POLITE) else text
        return f"{before} {text}"
    return f"{before} {text}" if follows and "\n" not in before else f"{before}\n{text}"
