"""What is done from a terminal: `flask --app wsgi <command>`."""

from __future__ import annotations

import sys

import click
from flask import Flask
from flask.cli import AppGroup

from assembly.filling import bring_up_to_date, fill
from assembly.parts import Parts
from registry import sealing
from registry.models.columns import now


def register(app: Flask, parts: Parts) -> None:
    audit = AppGroup("audit", help="The log of who did what.")
    content = AppGroup("content", help="The message forms that the carrier keeps.")
    app.cli.add_command(audit)
    app.cli.add_command(content)

    @app.cli.command("migrate")
    def migrate_tables() -> None:
        """Bring the tables up to date."""
        bring_up_to_date(parts)

    @app.cli.command("demo-data")
    def fill_with_demo_data() -> None:
        """Bring the tables up to date, and fill an empty installation with offices, officers and cases."""
        bring_up_to_date(parts)
        click.echo("The demo data is in." if fill(parts) else "Offices are there already: nothing was changed.")

    @audit.command("verify")
    def verify() -> None:
        """Check the log's hash chain; fails when a row was changed or removed."""
        with parts.database.reading() as session:
            verdict = sealing.verify(session, now())
        if not verdict.intact:
            sys.exit(f"The audit log is broken: {verdict.fault}.")
        click.echo(f"The audit log is whole: {verdict.rows} rows, head {verdict.head}.")

    @content.command("push")
    def push_forms() -> None:
        """Bring buttons, lists and templates to the carrier, and ask WhatsApp to approve the templates."""
        from assembly.chat import services, words
        from bot.forms import forms
        from notifications.channels.twilio import TwilioCarrier
        from notifications.pushing import push

        for pushed in push(TwilioCarrier(parts.settings), parts.database, forms(services(), words())):
            click.echo(f"{pushed.name} ({pushed.language}): {pushed.approval}")
