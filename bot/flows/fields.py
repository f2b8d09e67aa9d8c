"""Answers that come in the order of their questions, parted by marks: "rina contoh, 6471..., lupa, karang rejo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.flow import Step, Talk
from bot.flows.typed import told
from bot.meaning.picks import plain
from bot.says import AskAgain

UNSAID = {"", "-", ".", "x"}
FREE = ("text", "street")  # every word is the answer, marks too


@dataclass
class Fields:
    """What was read. `keys` are the questions in their order."""

    steps: Sequence[Step]
    talk: Talk
    keys: Sequence[str]
    answers: dict[str, Any] = field(default_factory=dict)
    unclear: dict[str, AskAgain] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)  # questions in whose place something stood that does not do

    def take_in_place(self, parts: Sequence[str]) -> None:
        """One part for each question, and none for another."""
        for key, said in zip(self.keys, parts, strict=True):
            if plain(said) not in UNSAID and not self.keep(key, said):
                self.lost.append(key)

    def unread(self) -> dict[str, str]:
        """What was given for these questions and is no answer to them; and what would be said of it alone."""
        keys = [key for key in dict.fromkeys(self.lost) if key not in self.answers]
        return {key: self.unclear[key].say.key if key in self.unclear else "" for key in keys}

    def seen(self) -> Talk:
        return replace(self.talk, answers={**self.talk.answers, **self.answers})

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def wanted(self, *kinds: str) -> Iterator[str]:
        """Questions of the form that have no answer yet."""
        return (key for key in self.keys if key not in self.answers and (not kinds or self.step(key).kind in kinds))

    def besides(self, kind: str) -> str | None:
        """The one question of this kind that the form does not ask, and the service does."""
        seen = self.seen()
        others = (step for step in self.steps if step.kind == kind and step.key not in (*self.keys, *seen.answers))
        found = [step.key for step in others if step.when(seen) or step.may(seen)]
        return found[0] if len(found) == 1 else None

    def keep(self, key: str, said: str) -> bool:
        try:
            read = told(self.step(key), self.seen(), said)
        except AskAgain as unclear:
            self.unclear[key] = unclear
            return False
        self.answers |= {each: accepted.value for each, accepted in read.items()}
        return True

    def ask(self, key: str) -> None:
        """What was kept for it may be meant for something else."""
        self.answers.pop(key, None)
        self.unclear.pop(key, None)
        self.lost.append(key)
