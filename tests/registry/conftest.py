"""An office to work in."""

from __future__ import annotations

import pytest

from registry.database import Database
from tests.registry.desk import Desk, furnish


@pytest.fixture
def desk(database: Database) -> Desk:
    return furnish(database)
