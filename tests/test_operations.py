"""docs/operations.md as it is typed: its units fit each other, and the folders that they name are made."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

from notifications.queues import Queue

RUNBOOK = (Path(__file__).resolve().parents[1] / "docs/operations.md").read_text("utf-8")
SERVICE, TIMER, BACKUP = "loket-web.service", "loket-backup.timer", "loket-backup.service"
UNIT = re.compile(r"`/etc/systemd/system/(\S+)`.*\n\n((?: {4,}.*\n|\n(?= ))+)")


def unit(name: str) -> ConfigParser:
    [block] = [lines for named, lines in UNIT.findall(RUNBOOK) if named == name]
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string("\n".join(line.strip() for line in block.splitlines()))
    return read


def made() -> set[str]:
    lines = re.findall(r"install -d ([^`\n]+)", RUNBOOK)
    return {word for line in lines for word in line.split() if word.startswith("/")}


def test_every_folder_that_a_unit_needs_is_made() -> None:
    """systemd starts no service whose ReadWritePaths are not all there."""
    folders = unit(SERVICE)["Service"]["ReadWritePaths"].split()
    assert folders and set(folders) <= made()
    assert unit(BACKUP)["Unit"]["RequiresMountsFor"] in made()


@pytest.mark.parametrize("setting", ["OBJECT_STORE", "DELETION_JOURNAL", "DATABASE_URL"])
def test_what_loket_writes_lies_where_it_may_write(setting: str) -> None:
    """ProtectSystem=strict makes everything else read-only."""
    service = unit(SERVICE)["Service"]
    [file] = re.findall(rf"{setting}=(?:sqlite:///)?(/[^\s`]+)", RUNBOOK)
    assert service["ProtectSystem"] == "strict"
    assert any(Path(file).is_relative_to(folder) for folder in service["ReadWritePaths"].split())


@pytest.mark.parametrize("name", [SERVICE, TIMER])
def test_one_name_starts_and_stops_everything(name: str) -> None:
    read = unit(name)
    assert (read["Unit"]["PartOf"], read["Install"]["WantedBy"]) == ("loket.target", "loket.target")
    assert unit("loket.target")["Install"]["WantedBy"] == "multi-user.target"


def test_no_command_begins_a_backup_or_ends_its_timer_unasked() -> None:
    assert not re.search(r"systemctl [a-z]+ '?loket-\*", RUNBOOK)
    stopped, started = (
        re.findall(rf"systemctl {verb} ([^`]*loket\.target[^`]*)`", RUNBOOK) for verb in ("stop", "start")
    )
    assert stopped == [f"loket.target {BACKUP}"] and started == ["loket.target"]
    assert f"systemctl enable --now {TIMER}" in RUNBOOK


def test_every_worker_is_enabled() -> None:
    [names] = re.findall(r"systemctl enable loket-web loket-worker@\{([^}]+)\}", RUNBOOK)
    assert set(names.split(",")) == {*Queue, "clock"}
    assert "loket-worker@modems" in RUNBOOK
