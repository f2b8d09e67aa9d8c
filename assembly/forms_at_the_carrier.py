"""`flask content`: the message forms that the carrier keeps, and what WhatsApp thinks of the templates."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask
from flask.cli import AppGroup

from assembly.parts import Parts
from notifications.channels.carrier import AnswerLost, DeliveryFailed
from notifications.channels.errors import WRONG_TOKEN
from notifications.content import FormRefused, Template
from notifications.pushing import Pushed


def register(app: Flask, parts: Parts) -> None:
    content = AppGroup("content", help="The message forms that the carrier keeps.")
    app.cli.add_command(content)

    @content.command("push")
    def push_forms() -> None:
        """Bring buttons, lists and templates to the carrier, and ask WhatsApp to approve the templates."""
        for pushed in _push(parts):
            click.echo(f"{pushed.name} ({pushed.language}): {pushed.approval}")

    @content.command("list")
    def list_templates() -> None:
        """Ask the carrier how each template stands: name, language, approval, and why it was rejected."""
        for told, _ in _reviewed(parts):
            click.echo("\t".join((told.name, told.language, told.approval, told.reason)).rstrip())

    @content.command("show")
    @click.argument("name")
    def show_template(name: str) -> None:
        """Print a template's words, with examples of its variables, and how it stands."""
        shown = [_shown(told, form) for told, form in _reviewed(parts) if told.name == name]
        if not shown:
            raise click.ClickException(f"No template is called {name}. `flask content list` names them all.")
        click.echo("\n".join(shown))


def _push(parts: Parts) -> list[Pushed]:
    from assembly.chat import services, words
    from bot.forms import forms
    from notifications.channels.twilio import TwilioCarrier
    from notifications.pushing import push

    try:
        with _answering(parts):
            return push(TwilioCarrier(parts.settings), parts.database, forms(services(), words()))
    except FormRefused as fault:
        raise click.ClickException(f"{fault}. Shorten it, then push again: nothing was made.") from fault


def _reviewed(parts: Parts) -> Iterator[tuple[Pushed, Template]]:
    from assembly.chat import words
    from bot.templates import templates
    from notifications.channels.twilio import TwilioCarrier
    from notifications.pushing import review

    wanted = list(templates(words()))
    with _answering(parts):
        return zip(list(review(TwilioCarrier(parts.settings), parts.database, wanted)), wanted, strict=True)


@contextmanager
def _answering(parts: Parts) -> Iterator[None]:
    where = parts.settings.twilio_api_url or "Twilio"
    try:
        yield
    except (DeliveryFailed, AnswerLost) as fault:
        raise click.ClickException(_told(where, fault.reason)) from fault


def _told(where: str, reason: str) -> str:
    if reason == str(WRONG_TOKEN):
        return (
            f"{where} does not let us in ({reason}): TWILIO_AUTH_TOKEN is not the token of TWILIO_ACCOUNT_SID. "
            "Copy both from the first page of the Twilio console."
        )
    return f"{where} could not be asked: {reason}. Look at TWILIO_API_URL, TWILIO_ACCOUNT_SID and its token."


def _shown(told: Pushed, form: Template) -> str:
    lines = [f"{told.name} ({told.language}): {told.approval} {told.sid}".rstrip(), f"  {form.body}"]
    lines += [f"  {{{{{place}}}}} = {example}" for place, example in form.samples().items()]
    return "\n".join([*lines, *([f"  rejected: {told.reason}"] if told.reason else [])])
