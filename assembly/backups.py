"""`flask --app wsgi backup` and `restore`: the whole installation, but for the keys that open it."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click
from flask import Flask
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from assembly.parts import Parts
from assembly.vitals import BESIDE_THE_WEB
from notifications.pulse import Pulse
from registry.backup.copying import BackupFault
from registry.backup.making import Whole, make
from registry.backup.restoring import Told, restore
from registry.models.columns import now
from settings import VaultKeys

EXPECTED = (*BESIDE_THE_WEB, "modems")
PROGRAMS = click.option(
    "--programs", type=click.Path(exists=True), help="where pg_dump and pg_restore are, if not on PATH"
)
FOLDER = click.argument("folder", type=click.Path(path_type=Path))


def register(app: Flask, parts: Parts) -> None:
    _backup(app, parts)
    _restore(app, parts)


def _backup(app: Flask, parts: Parts) -> None:
    @app.cli.command("backup")
    @FOLDER
    @click.option("--keys", type=click.Path(path_type=Path), help="write a copy of the keys to this new file")
    @PROGRAMS
    def back_up(folder: Path, keys: Path | None, programs: str | None) -> None:
        """Copy database and files to a new folder under FOLDER, while everything runs on."""
        with told():
            if keys:
                _write_keys(parts.settings.vault_keys, keys, folder)
            backup = make(_whole(parts, programs), folder, now())
        click.echo(f"The backup is whole: {backup}")
        if not keys:
            click.echo(f"The keys that open it ({', '.join(parts.settings.vault_keys.sealing)}, index) are not in it.")
        click.echo("Keep a copy of VAULT_KEYS elsewhere, not with the backups: whoever has both can read everything.")
        click.echo(f"Ship {parts.settings.deletion_journal} to another machine, too: a restore needs it as it is then.")


def _restore(app: Flask, parts: Parts) -> None:
    @app.cli.command("restore")
    @FOLDER
    @click.option("--replace", is_flag=True, help="in the place of the installation that is here")
    @click.option("--deletions-lost", is_flag=True, help="although the journal of deletions is gone")
    @PROGRAMS
    def bring_back(folder: Path, replace: bool, deletions_lost: bool, programs: str | None) -> None:
        """Bring back the backup in FOLDER. Stop all processes before."""
        with told():
            _all_stopped(parts)
            done = restore(_whole(parts, programs), folder, now(), replace=replace, deletions_lost=deletions_lost)
        _tell(done)


def _tell(done: Told) -> None:
    click.echo(f"Restored as of {done.taken:%Y-%m-%d %H:%M} UTC: the tables, and {done.objects} files.")
    for name, count in sorted(done.deleted.items()):
        click.echo(f"{name}: {count} deleted again, or because their time was up")
    if done.to_look_up:
        click.echo(f"{done.to_look_up} messages are looked up at the carrier before they are sent.")
    if done.missing:
        click.echo(f"{done.missing} files are named and nowhere to be found: look at Perlu perhatian.")
    click.echo(
        "What officers did since is lost: disabled accounts, passwords, settings. docs/operations.md says what next."
    )


def _whole(parts: Parts, programs: str | None) -> Whole:
    return Whole(parts.database, parts.store, parts.journal, partial(shutil.which, path=programs))


def _write_keys(keys: VaultKeys, file: Path, folder: Path) -> None:
    if file.resolve().is_relative_to(folder.resolve()):
        raise BackupFault("The keys do not belong beside the backup that they open: name another place")
    named = {**keys.sealing, "index": keys.index}
    line = ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in named.items())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
            written.write(f"VAULT_KEYS={line}\n")
    except FileExistsError as fault:
        raise BackupFault(f"{file} is there already, and keys are never written over: name a new file") from fault
    except OSError as fault:
        raise BackupFault(f"{file} cannot be written: {fault.strerror}") from fault


@contextmanager
def told() -> Iterator[None]:
    try:
        yield
    except (BackupFault, OSError) as fault:
        raise click.ClickException(f"{fault}.") from fault
    except SQLAlchemyError as fault:
        raise click.ClickException(f"The database cannot be read or written: {first_line(fault)}.") from fault


def first_line(fault: SQLAlchemyError) -> str:
    """Of what the database itself says."""
    return str(getattr(fault, "orig", None) or fault).partition("\n")[0].rstrip(".")


def _all_stopped(parts: Parts) -> None:
    """As far as Redis knows: a process that ended is missed half a minute later."""
    try:
        dead = Pulse(parts.settings.redis_url).dead(EXPECTED)
    except RedisError:
        return
    if alive := [name for name in EXPECTED if name not in dead]:
        raise BackupFault(f"Stop all processes first: {', '.join(alive)} ran half a minute ago")
