"""A form with a field too many, one too few, or in another order: what tells its kind goes by it, the rest by place.

A number, a day, a town, a village, an option tell themselves. What may be any name stands between these, and answers
the question that stands there as well; where two do for one question neither is taken, and it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.flow import Step, Talk
from bot.flows.fields import FREE, UNSAID, Fields
from bot.flows.names import says_more_than_a_name
from bot.flows.several import gather, is_recorded
from bot.flows.street import ROADS
from bot.flows.typed import alone
from bot.meaning.direction import is_far_town
from bot.meaning.picks import pick, plain
from registry.calendar.dates import speaks_of_day
from registry.nik import KkNumber, Nik, numbers_in

NO_NUMBERS = ("name", "village", "place", "choice")
NUMBERS = ("nik", "kk_number")
DATES = ("birth_date", "date")
BY_PLACE = ("name", "place", "village")  # kinds that many words do for
MANY_DIGITS = re.compile(r"(?:\d\W?){6}")
TOWN = re.compile(r"[\s,]*(?:tgl|tanggal)?\s*\d")  # ends before the date beside it
PHONE = re.compile(r"(?:\+?62|0)8[\d\s-]{7,14}")  # a contact's own is known, another is asked for nowhere
BESIDE = ""  # in the place of a key: it answers no question of the form


@dataclass
class ByKind:
    fields: Fields
    parts: Sequence[str]
    passed: set[str] = field(default_factory=set)  # questions that were left out with a mark
    cards: list[str] = field(default_factory=list)  # of more numbers than the form asks for, those a family card has

    def sort(self) -> None:
        said = [part for part in self.parts if not PHONE.fullmatch(part)]
        self.parts, self.cards = said, self._cards(said)
        keys: list[str | None] = []
        for part in said:
            keys.append(self._certain(part, keys))
        left = [each for keys_between, group in self._between(keys) for each in self._by_place(keys_between, group)]
        told = [each for each in left if not self._names_itself(each)]
        for each in self._by_place([*self._free()], told):
            self._lose(each)

    def _certain(self, said: str, before: Sequence[str | None]) -> str | None:
        """The question it answers, whatever its place; none where only that can tell."""
        if plain(said) in UNSAID:
            return self._left_out(before)
        readers: tuple[Callable[[str], str | None], ...] = (
            self._option, self._number, self._day, self._count, self._town, self._village, self._street,
        )  # fmt: skip
        return next((key for read in readers if (key := read(said)) is not None), None)

    def _left_out(self, before: Sequence[str | None]) -> str:
        last = next((place for place in reversed(range(len(before))) if before[place]), None)
        after = 0 if last is None else 1 + self.fields.keys.index(str(before[last]))
        by_place = before[0 if last is None else last + 1 :].count(None)
        free = [key for key in self.fields.keys[after + by_place :] if key in self._free()]
        self.passed.update(free[:1])
        return free[0] if free else BESIDE

    def _option(self, said: str) -> str | None:
        """ "Hilang", "L", "anak": exactly one question has this for an answer."""
        if plain(said).isdecimal():
            return None
        seen = self.fields.seen()
        choices = [step for step in self.fields.steps if step.kind == "choice" and step.key not in seen.answers]
        of = {step.key: pick(said, alone(step, seen).options, seen.words, seen.language, seen.channel,
                             numbers=False, near=False) for step in choices}  # fmt: skip
        asking = [step for step in choices if of[step.key]]
        kept = len(asking) == 1 and not asking[0].stops and self.fields.keep(asking[0].key, said)
        return self._place(asking[0].key) if kept else None

    def _number(self, said: str) -> str | None:
        if not MANY_DIGITS.search(said) or self._names_day(said):
            return None
        whole = [number for number, *_ in numbers_in(said)]
        for key in self._free(*NUMBERS):
            kind = self.fields.step(key).kind
            if len(whole) == 1 and not self._may_be(kind, whole[0]):
                continue
            if not self.fields.keep(key, said):
                self.fields.lost.append(key)
            return key
        return BESIDE if whole and self._names_itself(said) else None

    def _may_be(self, kind: str, number: str) -> bool:
        """Where more numbers came than are asked for, the family card's is the one that tells no birth."""
        if kind == "kk_number":
            return not KkNumber(number).is_nik and (not self.cards or [number] == self.cards)
        return not self.cards or number not in self.cards

    def _cards(self, parts: Sequence[str]) -> list[str]:
        found = [number for part in parts for number, *_ in numbers_in(part)]
        if len(found) <= len([*self._free(*NUMBERS)]):
            return []
        talk = self.fields.talk
        return [each for each in found if not KkNumber(each).is_nik and is_recorded(each, talk)]

    def _day(self, said: str) -> str | None:
        asked = self._asked(*DATES)
        if not asked or not self._names_day(said):
            return None
        for key in self._free(*DATES):
            if self.fields.keep(key, said):
                self._keep_town(said)
            else:
                self.fields.lost.append(key)
            return key
        return self._another_day(asked[-1], said)

    def _another_day(self, key: str, said: str) -> str:
        """The day that a NIK tells is not asked for beside it; of two others either may be meant."""
        taken = self.fields.answers.pop(key, None)
        if not self.fields.keep(key, said) or self.fields.answers[key] in (taken, *self._births()):
            self.fields.answers |= {key: taken} if taken else {}
        elif taken and taken not in self._births():
            self.fields.ask(key)
        return BESIDE

    def _births(self) -> list[str]:
        niks = (self.fields.answers.get(step.key) for step in self.fields.steps if step.kind == "nik")
        return [born.isoformat() for nik in niks if nik and (born := Nik(nik).birth_date(self.fields.talk.today))]

    def _count(self, said: str) -> str | None:
        """ "2", where the form asks for no number."""
        if not re.fullmatch(r"\d{1,2}", plain(said)) or any(self._free("number", "text", "choice")):
            return None
        key = self.fields.besides("number")
        return BESIDE if key and self.fields.keep(key, said) else None

    def _town(self, said: str) -> str | None:
        regions = self.fields.talk.regions
        town = regions.kabupaten_called(said)
        if town is None and not is_far_town(said):
            return BESIDE if self._asked("village") and regions.is_larger_place(said) else None
        if (key := next(self._free("place"), None)) and self.fields.keep(key, said):
            return key
        asked = self._asked("place")
        for key in asked:
            self._another(key, said)
        other = self.fields.besides("place") if not asked else None
        if other and (town is None or town.code != self.fields.talk.region):
            self.fields.keep(other, said)
        return BESIDE

    def _village(self, said: str) -> str | None:
        talk = self.fields.talk
        if not talk.regions.called(said, talk.region or ""):
            return None
        if key := next(self._free("village"), None):
            return key if self._keep(key, said) else None
        asked = self._asked("village")
        for key in asked:
            self._another(key, said)
        return BESIDE if asked else None

    def _another(self, key: str, said: str) -> None:
        """Of two for one question either may be meant."""
        before = self.fields.answers.get(key)
        if before and self._keep(key, said) and self.fields.answers[key] != before:
            self.fields.ask(key)

    def _street(self, said: str) -> str | None:
        if not ROADS.search(said) or any(self._free(*FREE)):
            return None
        if key := self.fields.besides("street"):
            self.fields.keep(key, said)
        return BESIDE

    def _names_itself(self, said: str) -> bool:
        """ "nama ibu: Rina": it is a label's, or a number of somebody else's."""
        found = gather(said, self.fields.steps, self.fields.seen(), None)
        self.fields.answers |= {key: accepted.value for key, accepted in found.values.items()}
        return bool(found.values)

    def _between(self, keys: Sequence[str | None]) -> Iterator[tuple[list[str], list[str]]]:
        """What stands between two fields that tell themselves, with the questions that stand there."""
        ends = [(place, self.fields.keys.index(key)) for place, key in enumerate(keys) if key]
        ends = [(-1, -1), *ends, (len(keys), len(self.fields.keys))]
        for (start, first), (end, last) in zip(ends, ends[1:], strict=False):
            asked = [key for key in self.fields.keys[first + 1 : max(first + 1, last)] if key in self._free()]
            group = [self.parts[place] for place in range(start + 1, end) if keys[place] is None]
            if group:
                yield asked, group

    def _by_place(self, keys: Sequence[str], group: Sequence[str]) -> list[str]:
        """In their order; returns what answers none of them."""
        open_ones, taken, left = list(keys), dict[str, str](), list[str]()
        for said in group:
            if key := next((key for key in open_ones if self._may_stand(key, said) and self._keep(key, said)), None):
                passed = [each for each in open_ones[: open_ones.index(key)] if not self._may_stand(each, said)]
                open_ones = [*passed, *open_ones[1 + open_ones.index(key) :]]
                taken[key] = said
            else:
                left.append(said)
        return [said for said in left if not any(self._crowds(key, taken[key], said) for key in taken)]

    def _crowds(self, key: str, taken: str, said: str) -> bool:
        """Either may be meant, unless one of them alone is but a name."""
        if self.fields.step(key).kind not in BY_PLACE or key not in self.fields.answers:
            return False
        kept = self.fields.answers.pop(key)
        of_both = [says_more_than_a_name(each) for each in (taken, said)]
        if not self._keep(key, said) or self.fields.answers[key] == kept or of_both == [False, True]:
            self.fields.answers[key] = kept
            return False
        if of_both != [True, False]:
            self.fields.ask(key)
        return True

    def _free(self, *kinds: str) -> Iterator[str]:
        gone = self.passed.union(self.fields.lost)
        return (key for key in self.fields.wanted(*kinds) if key not in gone)

    def _asked(self, *kinds: str) -> list[str]:
        return [key for key in self.fields.keys if self.fields.step(key).kind in kinds]

    def _place(self, key: str) -> str:
        return key if key in self.fields.keys else BESIDE

    def _may_stand(self, key: str, said: str) -> bool:
        kind = self.fields.step(key).kind
        return not (kind in NO_NUMBERS and MANY_DIGITS.search(said)) and not (kind in FREE and self._names_day(said))

    def _keep(self, key: str, said: str) -> bool:
        """A village may be told apart by the kecamatan that stands in another field."""
        larger = [each for each in self.parts if self.fields.talk.regions.is_larger_place(each)]
        beside = [f"{said} {each}" for each in larger] if self.fields.step(key).kind == "village" else []
        return any(self.fields.keep(key, each) for each in (said, *beside))

    def _keep_town(self, said: str) -> None:
        """ "Balikpapan, 12-11-2026" in one field."""
        place = next(self._free("place"), None)
        if place and self.fields.talk.regions.kabupaten_called(TOWN.split(said)[0]):
            self.fields.keep(place, said)

    def _names_day(self, said: str) -> bool:
        """ "5 november": it is the date, only its year is not known; no town, and no address that starts with a day."""
        return not ROADS.search(said) and speaks_of_day(said, self.fields.talk.today)

    def _lose(self, said: str) -> None:
        """It stood for the next question; one with numbers in it for the next that may have them."""
        numeric = re.search(r"\d{2}", said)
        meant = (key for key in self._free() if not (numeric and self.fields.step(key).kind in NO_NUMBERS))
        self.fields.lost += [key for key in [next(meant, None)] if key]


def read_fields(parts: Sequence[str], keys: Sequence[str], steps: Sequence[Step], talk: Talk) -> Fields:
    """As many parts as there are questions stand each in its place, unless more can be read in another order."""
    placed, sorted_ones = (Fields(steps, talk, list(keys)) for _ in range(2))
    ByKind(sorted_ones, parts).sort()
    if len(parts) != len(keys):
        return sorted_ones
    placed.take_in_place(parts)
    return placed if placed.answers and len(placed.answers) >= len(sorted_ones.answers) else sorted_ones
