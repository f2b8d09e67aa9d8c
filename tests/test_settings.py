"""What an installation is told from outside is checked as a whole before anything starts."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from settings import Settings, SettingsError

KEY = base64.b64encode(bytes(32)).decode()
GIVEN = {
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "PUBLIC_URL": "https://loket.example.go.id/",
    "TWILIO_ACCOUNT_SID": "AC" + 32 * "0",
    "TWILIO_AUTH_TOKEN": "a made-up token",
    "VAULT_KEYS": f"v2:{KEY},v1:{KEY},index:{KEY}",
    "SECRET_KEY": 32 * "s",
}


def faults(**changes: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        Settings.from_env({**GIVEN, **changes})
    return error.value.faults


def test_the_rest_has_defaults() -> None:
    settings = Settings.from_env(GIVEN)
    assert settings.database_url == "sqlite:///var/loket.db"
    assert settings.twilio_api_url == "https://api.twilio.com"
    assert (settings.issuing, settings.port, settings.trusted_signers) == ("sample", 8000, ())


def test_every_missing_setting_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_env({})
    assert error.value.faults == [f"{name} is missing" for name in GIVEN]
    assert all(name in str(error.value) for name in GIVEN)


def test_missing_and_malformed_are_named_together() -> None:
    assert faults(REDIS_URL=" ", PORT="http", ISSUING="maybe") == [
        "REDIS_URL is missing",
        "ISSUING must be sample or official",
        "PORT must be a number from 1 to 65535",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://localhost/loket"),
        ("GAMMU_DATABASE_URL", "smsd.db"),
        ("REDIS_URL", "http://127.0.0.1"),
        ("PUBLIC_URL", "loket.example.go.id"),
        ("TWILIO_ACCOUNT_SID", "SK" + 32 * "0"),
        ("TWILIO_AUTH_TOKEN", "short"),
        ("VAULT_KEYS", f"v1:{KEY}"),
        ("VAULT_KEYS", f"index:{KEY}"),
        ("VAULT_KEYS", "v1:AAAA,index:AAAA"),
        ("VAULT_KEYS", f"v1:not base64,index:{KEY}"),
        ("SECRET_KEY", "short"),
        ("TRUSTED_SIGNERS", "/nowhere/root.pem"),
        ("WEB_THREADS", "0"),
    ],
)
def test_a_malformed_setting_is_named(name: str, value: str) -> None:
    (fault,) = faults(**{name: value})
    assert fault.startswith(name)


def test_the_population_service_is_named_whole_or_not_at_all() -> None:
    assert Settings.from_env(GIVEN).population_url == ""
    assert faults(POPULATION_URL="https://data.example.go.id/verify") == [
        "POPULATION_USER is missing",
        "POPULATION_KEY is missing",
    ]


def test_what_is_asked_of_the_population_service_goes_by_tls_or_within_the_network() -> None:
    client = {"POPULATION_USER": "loket", "POPULATION_KEY": "-"}
    (fault,) = faults(POPULATION_URL="http://data.example.go.id/verify", **client)
    assert fault.startswith("POPULATION_URL must begin with https://")
    assert Settings.from_env({**GIVEN, **client, "POPULATION_URL": "http://10.1.2.3/verify"}).population_user == "loket"


def test_no_secret_is_shown() -> None:
    shown = repr(Settings.from_env(GIVEN)) + str(faults(SECRET_KEY="s3cret", VAULT_KEYS="v1:s3cret!"))
    assert not any(secret in shown for secret in ("s3cret", KEY, GIVEN["SECRET_KEY"], GIVEN["TWILIO_AUTH_TOKEN"]))


def test_addresses_lose_their_last_slash() -> None:
    assert Settings.from_env(GIVEN).public_url == "https://loket.example.go.id"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_spoken_to_by_psycopg(scheme: str) -> None:
    settings = Settings.from_env({**GIVEN, "DATABASE_URL": f"{scheme}://loket@db/loket"})
    assert settings.database_url == "postgresql+psycopg://loket@db/loket"


def test_the_first_vault_key_seals() -> None:
    assert list(Settings.from_env(GIVEN).vault_keys.sealing) == ["v2", "v1"]


def test_trusted_signers_are_files(tmp_path: Path) -> None:
    roots = [tmp_path / "one.pem", tmp_path / "two.pem"]
    for root in roots:
        root.touch()
    assert Settings.from_env({**GIVEN, "TRUSTED_SIGNERS": ", ".join(map(str, roots))}).trusted_signers == tuple(roots)


def test_a_second_factor_is_demanded_where_the_pages_are_on_the_net() -> None:
    assert Settings.from_env(GIVEN).second_factor == "required"
    assert Settings.from_env(GIVEN | {"PUBLIC_URL": "http://127.0.0.1:8000"}).second_factor == "voluntary"
    assert Settings.from_env(GIVEN | {"SECOND_FACTOR": "voluntary"}).second_factor == "voluntary"
    assert faults(SECOND_FACTOR="never") == ["SECOND_FACTOR must be required or voluntary"]


def test_a_passphrase_goes_out_by_tls_or_within_the_house() -> None:
    for url in ("https://esign.example.go.id", "http://127.0.0.1:8080", "http://10.1.2.3", "http://localhost"):
        assert Settings.from_env(GIVEN | {"BSRE_URL": url}).bsre_url == url
    assert faults(BSRE_URL="http://esign.example.go.id")[0].startswith("BSRE_URL must begin with https://")
