"""What is done from a terminal: `flask --app wsgi <command>`."""

from __future__ import annotations

from pathlib import Path

import click
from flask import Flask
from sqlalchemy import make_url

from assembly.parts import Parts
from registry.migrating import migrate


def register(app: Flask, parts: Parts) -> None:
    @app.cli.command("migrate")
    def migrate_command() -> None:
        """Bring the tables up to date."""
        url = make_url(parts.settings.database_url)
        if parts.database.is_sqlite and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        migrate(parts.database)
        click.echo("The tables are up to date.")
