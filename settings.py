"""What an installation is told from outside: the only reader of the environment."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit


class SettingsError(Exception):
    """Names every missing or malformed setting at once."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("Loket cannot start. Mend these settings (.env or the environment):\n  " + "\n  ".join(faults))


@dataclass(frozen=True)
class VaultKeys:
    """`sealing` maps key names to 32 bytes, the first one seals; `index` is the key of the blind indexes."""

    sealing: dict[str, bytes] = field(repr=False)
    index: bytes = field(repr=False)


@dataclass(frozen=True)
class Settings:
    database_url: str = field(repr=False)
    redis_url: str = field(repr=False)
    public_url: str
    twilio_account_sid: str
    twilio_auth_token: str = field(repr=False)
    twilio_api_url: str
    object_store: Path
    vault_keys: VaultKeys = field(repr=False)
    secret_key: str = field(repr=False)
    issuing: str
    trusted_signers: tuple[Path, ...]
    deletion_journal: Path  # what was deleted, told to whoever restores a backup; not on the database's disk
    port: int = 8000
    web_threads: int = 8
    gammu_database_url: str = field(default="", repr=False)  # of Gammu SMSD, which drives our modems; empty: no modems
    tracker_url: str = ""  # of a service that tells of envelopes at Kantor Pos; empty: officers and tables tell
    tracker_key: str = field(default="", repr=False)
    bsre_url: str = ""  # of the agency's eSign Client Service; empty: signatories sign with their own key files
    bsre_user: str = ""
    bsre_password: str = field(default="", repr=False)
    population_url: str = ""  # of the centre's data service; empty: nobody is asked, the register at hand is compared
    population_user: str = ""
    population_key: str = field(default="", repr=False)
    second_factor: str = "voluntary"  # required: of signatories and administrators

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read and check everything. Raises SettingsError with all faults, never only the first."""
        reader = _Reader(environ)
        usual = "required" if environ.get("PUBLIC_URL", "").strip().startswith("https:") else "voluntary"
        values = {
            "database_url": reader.read("DATABASE_URL", _database_url, "sqlite:///var/loket.db"),
            "redis_url": reader.read("REDIS_URL", _url("redis", "rediss", "unix")),
            "public_url": reader.read("PUBLIC_URL", _url("https", "http")),
            "twilio_account_sid": reader.read("TWILIO_ACCOUNT_SID", _pattern("AC[0-9a-f]{32}", "AC and 32 hex digits")),
            "twilio_auth_token": reader.read("TWILIO_AUTH_TOKEN", _at_least(8)),
            "twilio_api_url": reader.read("TWILIO_API_URL", _url("https", "http"), "https://api.twilio.com"),
            "gammu_database_url": reader.read("GAMMU_DATABASE_URL", _gammu_database_url, ""),
            "object_store": reader.read("OBJECT_STORE", Path, "var/objects"),
            "vault_keys": reader.read("VAULT_KEYS", parse_vault_keys),
            "secret_key": reader.read("SECRET_KEY", _at_least(32)),
            "issuing": reader.read("ISSUING", _pattern(r"sample|official", "sample or official"), "sample"),
            "trusted_signers": reader.read("TRUSTED_SIGNERS", _paths, ""),
            "deletion_journal": reader.read("DELETION_JOURNAL", Path, "var/deletions.jsonl"),
            "port": reader.read("PORT", _number(1, 65535), "8000"),
            "tracker_url": reader.read("TRACKER_URL", _private_url, ""),
            "tracker_key": reader.read("TRACKER_KEY", str, ""),
            "bsre_url": reader.read("BSRE_URL", _private_url, ""),
            "bsre_user": reader.read("BSRE_USER", str, ""),
            "bsre_password": reader.read("BSRE_PASSWORD", str, ""),
            **_population(reader, environ),
            "second_factor": reader.read(
                "SECOND_FACTOR", _pattern(r"required|voluntary", "required or voluntary"), usual
            ),
            "web_threads": reader.read("WEB_THREADS", _number(1, 256), "8"),
        }
        if reader.faults:
            raise SettingsError(reader.faults)
        return cls(**values)  # type: ignore[arg-type]


def _population(reader: _Reader, environ: Mapping[str, str]) -> dict[str, object]:
    """Who names the service is a client of it: with user and key, or not at all."""
    url = reader.read("POPULATION_URL", _private_url, "")
    needed = None if environ.get("POPULATION_URL", "").strip() else ""
    return {
        "population_url": url,
        "population_user": reader.read("POPULATION_USER", str, needed),
        "population_key": reader.read("POPULATION_KEY", str, needed),
    }


class _Reader:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.faults: list[str] = []

    def read(self, name: str, parse: Callable[[str], object], default: str | None = None) -> object:
        raw = self._environ.get(name, "").strip() or default
        if raw is None:
            self.faults.append(f"{name} is missing")
            return None
        try:
            return parse(raw)
        except ValueError as fault:
            self.faults.append(f"{name} {fault}")
            return None


def parse_vault_keys(raw: str) -> VaultKeys:
    """`name:base64[,name:base64...],index:base64`; each key is 32 bytes and the first named one seals."""
    keys: dict[str, bytes] = {}
    for part in raw.split(","):
        name, _, encoded = part.strip().partition(":")
        try:
            keys[name] = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            raise ValueError(f"holds a key named {name!r} that is not base64") from None
    index = keys.pop("index", b"")
    if not keys or not index:
        raise ValueError("needs at least one sealing key and one named index: v1:<base64>,index:<base64>")
    if any(len(key) != 32 for key in (*keys.values(), index)):
        raise ValueError("holds a key that is not 32 bytes long")
    return VaultKeys(keys, index)


def _database_url(raw: str) -> str:
    if raw.startswith(("postgres://", "postgresql://")):
        return "postgresql+psycopg://" + raw.split("://", 1)[1]
    if raw.startswith(("sqlite:///", "postgresql+psycopg://")):
        return raw
    raise ValueError("must begin with sqlite:/// or postgresql://")


def _gammu_database_url(raw: str) -> str:
    return _database_url(raw) if raw else ""


def _url(*schemes: str) -> Callable[[str], str]:
    def parse(raw: str) -> str:
        parts = urlsplit(raw)
        if parts.scheme not in schemes or not (parts.netloc or parts.path):
            raise ValueError(f"must be an address beginning with {' or '.join(scheme + '://' for scheme in schemes)}")
        return raw.rstrip("/")

    return parse


def _private_url(raw: str) -> str:
    """A secret goes there: by TLS, or within the machine or the agency's own network (VPN)."""
    url = _url("https", "http")(raw) if raw else ""
    if not url.startswith("http://"):
        return url
    host = urlsplit(url).hostname or ""
    try:
        private = host == "localhost" or ip_address(host).is_private
    except ValueError:
        private = False
    if not private:
        raise ValueError("must begin with https://; http:// only within the machine or a private network")
    return url


def _pattern(pattern: str, meaning: str) -> Callable[[str], str]:
    def parse(raw: str) -> str:
        if not re.fullmatch(pattern, raw):
            raise ValueError(f"must be {meaning}")
        return raw

    return parse


def _at_least(length: int) -> Callable[[str], str]:
    def parse(raw: str) -> str:
        if len(raw) < length:
            raise ValueError(f"must be at least {length} characters long")
        return raw

    return parse


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def parse(raw: str) -> int:
        if not raw.isdecimal() or not lowest <= int(raw) <= highest:
            raise ValueError(f"must be a number from {lowest} to {highest}")
        return int(raw)

    return parse


def _paths(raw: str) -> tuple[Path, ...]:
    paths = tuple(Path(part.strip()) for part in raw.split(",") if part.strip())
    for path in paths:
        if not path.is_file():
            raise ValueError(f"names {path}, which is not a file")
    return paths
