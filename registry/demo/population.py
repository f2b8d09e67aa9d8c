"""Made-up residents for tests and demonstrations: whole families of four offices, the same ones every time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from registry.demo.made_up import (
    BLOOD,
    FAITHS,
    FAITHS_UPRIVER,
    HOMETOWNS,
    STREETS,
    Numbers,
    full_name,
    livelihood,
    schooling,
)
from registry.places.regions import Region, Regions
from registry.residents import HEAD, Person

UPRIVER = "64.11"
OFFICES = ("64.71", "64.72", UPRIVER, "36.72")  # Balikpapan, Samarinda, Mahakam Ulu, Cilegon
FAMILIES = 35  # of each office, beside the two written out here
AS_OF = date(2026, 11, 1)

RINA = "6471044506900000"
RINAS_KK = "6471041203150000"
YOUTH = "3672055403090000"  # seventeen, and no card yet
YOUTHS_KK = "3672051707080000"


def population(regions: Regions, families: int = FAMILIES) -> list[Person]:
    """Families one after the other, each with its head first."""
    numbers = Numbers()
    people = _rinas(regions, numbers) + _youths(regions, numbers)
    maker = _Maker(regions, numbers)
    for office in OFFICES:
        villages = [regions[code] for code in regions if code.startswith(office) and code.count(".") == 3]
        for _ in range(families):
            people += maker.family(villages)
    return people


@dataclass(frozen=True)
class _Home:
    """What a family's members share."""

    kk_number: str
    village: Region
    town: str
    religion: str
    address: str
    rt: str
    rw: str


class _Maker:
    """Draws families from a fixed seed: repeatable, and secret to nobody."""

    def __init__(self, regions: Regions, numbers: Numbers) -> None:
        self._regions = regions
        self._numbers = numbers
        self._draw = Random(6471)  # noqa: S311

    def family(self, villages: list[Region]) -> list[Person]:
        """Two to seven people."""
        wed = _ago(self._draw.uniform(1, 28))
        home = self._home(self._draw.choice(villages), wed)
        wife = self.person(home, "female", wed - _years(self._draw.uniform(20, 27)), "Istri")
        husband = self.person(home, "male", wed - _years(self._draw.uniform(22, 32)), HEAD)
        children = self._children(home, husband, wife, wed)
        if children and self._draw.random() < 0.12:
            return [replace(wife, relation=HEAD, marital_status="Cerai Mati"), *children]
        couple = [_married(husband, wed), _married(wife, wed)]
        return couple + children + self._grandmother(home, husband)

    def _home(self, village: Region, since: date) -> _Home:
        draw = self._draw
        return _Home(
            kk_number=self._numbers.kk(village.parent, since + timedelta(days=draw.randint(10, 200))),
            village=village,
            town=self._regions.kabupaten_of(village).short_name,
            religion=draw.choice(FAITHS_UPRIVER if village.code.startswith(UPRIVER) else FAITHS),
            address=f"{draw.choice(STREETS)} No. {draw.randint(1, 120)}",
            rt=f"{draw.randint(1, 40):03}",
            rw=f"{draw.randint(1, 12):03}",
        )

    def _children(self, home: _Home, father: Person, mother: Person, wed: date) -> list[Person]:
        """Up to four, well apart; grown-up ones have moved out."""
        children, born = [], wed
        for _ in range(self._draw.choice((0, 1, 2, 2, 3, 4))):
            born += _years(self._draw.uniform(1, 4))
            if _ago(23) < born < min(_ago(0.1), mother.born_on + _years(43)):
                child = self.person(home, self._draw.choice(("male", "female")), born, "Anak")
                children.append(replace(child, birth_place=home.town, father=father.name, mother=mother.name))
        return children

    def _grandmother(self, home: _Home, husband: Person) -> list[Person]:
        if self._draw.random() > 0.12:
            return []
        widow = self.person(home, "female", husband.born_on - _years(self._draw.uniform(19, 26)), "Orang Tua")
        return [replace(widow, name=husband.mother, marital_status="Cerai Mati")]

    def person(self, home: _Home, sex: str, born: date, relation: str) -> Person:
        draw = self._draw
        nik, born = self._numbers.nik(home.village.parent, born, sex)
        age = int((AS_OF - born) / _years(1))
        return Person(
            nik=nik,
            kk_number=home.kk_number,
            name=full_name(draw, sex),
            sex=sex,
            birth_place=draw.choice((home.town, home.town, draw.choice(HOMETOWNS))),
            born_on=born,
            religion=home.religion,
            education=schooling(draw, age),
            occupation=livelihood(draw, age, sex),
            blood_type=draw.choice(BLOOD),
            marital_status="Belum Kawin",
            married_on=None,
            relation=relation,
            citizenship="WNI",
            passport="",
            stay_permit="",
            father=full_name(draw, "male"),
            mother=full_name(draw, "female"),
            address=home.address,
            rt=home.rt,
            rw=home.rw,
            village=home.village.code,
        )


def _rinas(regions: Regions, numbers: Numbers) -> list[Person]:
    """The family of the examples: Karang Rejo, Balikpapan Tengah."""
    home = _Home(RINAS_KK, regions["64.71.04.1003"], "Balikpapan", "Islam", "Jl. Contoh No. 1", "002", "003")
    return _written(regions, numbers, home, date(2015, 2, 14), (
        ("male", date(1988, 3, 17), "Arif Contoh"),
        ("female", date(1990, 6, 5), "Rina Contoh"),
        ("female", date(2016, 8, 9), "Nisa Contoh"),
        ("male", date(2020, 1, 23), "Bayu Contoh"),
    ))  # fmt: skip


def _youths(regions: Regions, numbers: Numbers) -> list[Person]:
    """Masigit, Jombang, in Cilegon: the daughter is to get her first card."""
    home = _Home(YOUTHS_KK, regions["36.72.05.1003"], "Cilegon", "Islam", "Jl. Contoh No. 5", "002", "003")
    return _written(regions, numbers, home, date(2008, 5, 3), (
        ("male", date(1981, 10, 2), "Hadi Contoh"),
        ("female", date(1984, 4, 28), "Yuli Contoh"),
        ("female", date(2009, 3, 14), "Intan Contoh"),
    ))  # fmt: skip


def _written(
    regions: Regions, numbers: Numbers, home: _Home, wed: date, members: tuple[tuple[str, date, str], ...]
) -> list[Person]:
    """Husband, wife and children; what is not written here is drawn."""
    maker = _Maker(regions, numbers)
    relations = (HEAD, "Istri", *("Anak",) * len(members))
    people = [
        replace(maker.person(home, sex, born, relation), name=name, birth_place=home.town)
        for relation, (sex, born, name) in zip(relations, members, strict=False)
    ]
    father, mother, *children = people
    children = [replace(child, father=father.name, mother=mother.name) for child in children]
    return [_married(father, wed), _married(mother, wed), *children]


def _married(person: Person, on: date) -> Person:
    return replace(person, marital_status="Kawin Tercatat", married_on=on)


def _years(count: float) -> timedelta:
    return timedelta(days=round(365.25 * count))


def _ago(years: float) -> date:
    return AS_OF - _years(years)
