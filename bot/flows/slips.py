"""What is taken back in the same breath: "Putri Salsabila, eh salah, Putri Salsabela"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Step, Talk

_OH = r"(?:eh|ehh|ups|aduh|waduh|oh|maaf|sori|sorry|no|wait)"
_WRONG = r"(?:salah|bukan|keliru|maksud(?:nya| saya)?|ralat|typo|i mean|wrong)"
_PART = r"[^,;\n#*|]*?\w[^,;\n#*|]*?"  # that is taken back
SLIP = re.compile(
    rf"(?:^|(?<=[,;\n#*|]))\s*{_PART}[\s,.]+{_OH}[\s,.]+{_WRONG}"
    r"(?:[\s,.:]+(?:maksud\w*|yang benar|harusnya))?[\s,.:]+",
    re.IGNORECASE,
)
FREE = ("text",)


def without_slip(text: str) -> str:
    """What was meant; the text itself where nothing is left."""
    meant = SLIP.sub(" ", text).strip()
    return meant if re.search(r"\w", meant) else text


def or_slip(step: Step) -> Step:
    """The same question, where an answer may be put right at once."""

    def read(talk: Talk, answer: Answer) -> Any:
        typed = answer.text and not (answer.pick or answer.uploads)
        return step.read(talk, replace(answer, text=without_slip(answer.text)) if typed else answer)

    return step if step.is_summary or step.kind in FREE else replace(step, read=read)
