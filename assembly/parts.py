"""The parts that the web process and every worker need, joined once per process."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dotenv import load_dotenv

from assembly import logs
from notifications.queues import Waker
from registry import catalogue
from registry.catalogue import Catalogue, CatalogueError
from registry.database import Database
from registry.regions import Regions, load_regions
from registry.vault import Vault, unlock
from settings import Settings, SettingsError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Parts:
    settings: Settings
    database: Database
    waker: Waker
    catalogue: Catalogue
    regions: Regions


def join(settings: Settings) -> Parts:
    """Opens the vault, too. Connects to nothing yet, so that a process may fork afterwards."""
    unlock(Vault(settings.vault_keys.sealing, settings.vault_keys.index))
    return Parts(
        settings=settings,
        database=Database(settings.database_url),
        waker=Waker(settings.redis_url),
        catalogue=catalogue.load(),
        regions=load_regions(),
    )


@cache
def parts() -> Parts:
    """This process's own. Ends the process, naming every fault, when it cannot start."""
    logs.configure()
    try:
        return join(read_settings())
    except CatalogueError as fault:
        sys.exit(str(fault))


def read_settings() -> Settings:
    """From the environment, and from .env where the environment is silent."""
    load_dotenv(ROOT / ".env")
    try:
        return Settings.from_env(os.environ)
    except SettingsError as fault:
        sys.exit(str(fault))
