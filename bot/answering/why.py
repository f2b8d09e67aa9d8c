"""What an answer is needed for, said to who asks something instead of giving it."""

from __future__ import annotations

from bot.flow import Step
from bot.says import AskAgain
from bot.state import Frame

WHY = ("nik", "kk_number", "name")  # kinds with a reason of their own


def needed_for(step: Step | None, frame: Frame) -> AskAgain:
    """Once; who goes on asking is told of the officer alone."""
    key = f"why-{_kind(step)}" if step else ""
    choice = step is None or step.kind in ("", "choice") and not step.takes_uploads
    return AskAgain("question-for-officer" if choice or frame.missed.startswith("why-") else key)


def _kind(step: Step) -> str:
    return "photo" if step.takes_uploads else step.kind if step.kind in WHY else "other"
