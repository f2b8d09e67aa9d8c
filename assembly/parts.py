"""What every process needs of Loket, joined once. Larger parts stand apart: no process loads what it does not use."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dotenv import load_dotenv

from assembly import logs
from notifications.queues import Waker
from registry.database import Database
from registry.retention.journal import Journal
from registry.uploads.store import ObjectStore
from registry.vault import Vault, unlock
from settings import Settings, SettingsError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, eq=False)
class Parts:
    settings: Settings
    database: Database
    waker: Waker
    store: ObjectStore
    journal: Journal


def join(settings: Settings) -> Parts:
    """Opens the vault, too. Connects to nothing yet, so that a process may fork afterwards."""
    vault = Vault(settings.vault_keys.sealing, settings.vault_keys.index)
    unlock(vault)
    return Parts(
        settings=settings,
        database=Database(settings.database_url),
        waker=Waker(settings.redis_url),
        store=ObjectStore(settings.object_store, vault),
        journal=Journal(settings.deletion_journal),
    )


@cache
def parts() -> Parts:
    """This process's own. Ends the process, naming every fault, when the settings do not suffice."""
    logs.configure()
    return join(read_settings())


def read_settings() -> Settings:
    """From the environment, and from .env where the environment is silent."""
    load_dotenv(ROOT / ".env")
    try:
        return Settings.from_env(os.environ)
    except SettingsError as fault:
        sys.exit(str(fault))
