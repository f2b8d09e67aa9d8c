"""What is done from a terminal: `flask --app wsgi <command>`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from assembly import backups, forms_at_the_carrier
from assembly.filling import bring_up_to_date, fill
from assembly.founding import (
    STAFF_ROLES,
    CannotCreate,
    create_helper,
    create_office,
    create_officer,
    drop_second_factor,
)
from assembly.parts import Parts
from registry.audit import sealing
from registry.cases import services
from registry.desk import searching
from registry.models import HelperRole
from registry.models.columns import now
from registry.places.regions import load_regions


def register(app: Flask, parts: Parts) -> None:
    _tables(app, parts)
    _people(app, parts)
    _helpers(app, parts)
    _factors(app, parts)
    _audit(app, parts)
    _retention(app, parts)
    backups.register(app, parts)
    forms_at_the_carrier.register(app, parts)
    _catalogue(app, parts)


def _tables(app: Flask, parts: Parts) -> None:
    @app.cli.command("migrate")
    def migrate_tables() -> None:
        """Bring the tables up to date."""
        bring_up_to_date(parts)

    @app.cli.command("demo-data")
    def fill_with_demo_data() -> None:
        """Bring the tables up to date, and fill an empty installation with offices, officers and cases."""
        bring_up_to_date(parts)
        click.echo("The demo data is in." if fill(parts) else "Offices are there already: nothing was changed.")

    @app.cli.command("index-cases")
    def make_cases_findable() -> None:
        """Make every case findable by the names in it: once after an upgrade, and after a new index key."""
        after: int | None = 0
        while after is not None:
            with parts.database.writing() as session:
                after = searching.index_from(session, after, services())
        click.echo("Every case can be found by name.")


def _people(app: Flask, parts: Parts) -> None:
    @app.cli.command("create-office")
    @click.argument("code")
    @click.argument("name")
    @click.argument("region")
    @click.option("--address", required=True, help="where people go")
    @click.option("--sender", "senders", multiple=True, help="an address it is written to; repeatable")
    def make_office(code: str, name: str, region: str, address: str, senders: tuple[str, ...]) -> None:
        """Open the office of a kabupaten or kota (REGION: 64.71)."""
        with told(), parts.database.writing() as session:
            create_office(
                session, load_regions(), code=code, name=name, region=region, address=address, senders=senders
            )

    @app.cli.command("create-officer")
    @click.argument("username")
    @click.argument("name")
    @click.option("--office", help="the code of the office; none for the province")
    @click.option("--role", "roles", multiple=True, required=True, type=click.Choice(STAFF_ROLES), help="repeatable")
    @click.option("--signing-key", type=click.Path(exists=True, path_type=Path), help="a signatory's PKCS#12 file")
    @click.password_option()
    def make_officer(
        username: str, name: str, office: str | None, roles: tuple[str, ...], signing_key: Path | None, password: str
    ) -> None:
        """Let somebody in."""
        with told(), parts.database.writing() as session:
            create_officer(
                session, parts.store, username=username, name=name, password=password, roles=roles, office=office,
                signing_key=signing_key,
            )  # fmt: skip


def _factors(app: Flask, parts: Parts) -> None:
    @app.cli.command("drop-second-factor")
    @click.argument("username")
    def let_in_again(username: str) -> None:
        """Let USERNAME in with the password alone, when telephone and backup codes are lost."""
        with told(), parts.database.writing() as session:
            drop_second_factor(session, username, now())


def _helpers(app: Flask, parts: Parts) -> None:
    @app.cli.command("create-helper")
    @click.argument("office")
    @click.argument("phone")
    @click.argument("name")
    @click.option("--role", required=True, type=click.Choice([role.value for role in HelperRole]))
    @click.option("--limit", default=30, show_default=True, help="families in 30 days")
    def make_helper(office: str, phone: str, name: str, role: str, limit: int) -> None:
        """Register a telephone that files for many families at OFFICE (its code): an RT, a midwife, a school."""
        with told(), parts.database.writing() as session:
            create_helper(session, office=office, phone=phone, name=name, role=role, family_limit=limit, at=now())


def _audit(app: Flask, parts: Parts) -> None:
    audit = AppGroup("audit", help="The log of who did what.")
    app.cli.add_command(audit)

    @audit.command("verify")
    def verify() -> None:
        """Check the log's hash chain; fails when a row was changed or removed."""
        with parts.database.reading() as session:
            verdict = sealing.verify(session, now())
        if not verdict.intact:
            sys.exit(f"The audit log is broken: {verdict.fault}.")
        click.echo(f"The audit log is whole: {verdict.rows} rows, head {verdict.head}.")


def _retention(app: Flask, parts: Parts) -> None:
    retention = AppGroup("retention", help="What is deleted when its time is up.")
    app.cli.add_command(retention)

    @retention.command("run")
    @click.option("--dry-run", is_flag=True, help="only say how much is due")
    def run(dry_run: bool) -> None:
        """Delete what is older than its office keeps it, at once instead of in the next night."""
        from assembly import cleaning

        for line in cleaning.owed_told(parts) if dry_run else cleaning.run_told(parts):
            click.echo(line)


def _catalogue(app: Flask, parts: Parts) -> None:
    @app.cli.command("catalogue")
    @click.argument("code", required=False)
    @click.option("--office", help="as the office with this code gives it: its rules, hours and way of sending papers")
    def show_catalogue(code: str | None, office: str | None) -> None:
        """Print a service's chat as its citizen has it, and its states as a drawing; without CODE list the services."""
        from assembly.service_pages import CannotShow, shown

        try:
            with parts.database.reading() as session:
                click.echo(shown(session, code, office))
        except CannotShow as fault:
            raise click.ClickException(f"{fault}.") from fault


@contextmanager
def told() -> Iterator[None]:
    try:
        yield
    except CannotCreate as fault:
        raise click.ClickException(f"{fault}.") from fault
