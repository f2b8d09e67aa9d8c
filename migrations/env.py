"""Runs the migrations on the connection that `registry.migrating` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import LargeBinary, String
from sqlalchemy.types import DateTime
from sqlmodel import SQLModel, UTCDateTime

import registry.models  # noqa: F401  the tables must be known
from registry.models.columns import Named
from registry.vault import Sealed


def plain_type(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Migrations name plain column types, so that they still run when our own classes have changed."""
    if kind == "type":
        if isinstance(item, Sealed):
            return f"sa.{LargeBinary()!r}"
        if isinstance(item, Named):
            return f"sa.{String(item.impl.length)!r}"
        if isinstance(item, UTCDateTime):
            return f"sa.{DateTime(timezone=True)!r}"
        if type(item).__name__ == "AutoString":
            return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def compare_type(ctx: Any, column: Any, meta_column: Any, db_type: Any, model_type: Any) -> bool | None:
    return False if isinstance(model_type, (Sealed, Named, UTCDateTime)) else None


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=plain_type,
    compare_type=compare_type,
)
context.run_migrations()
