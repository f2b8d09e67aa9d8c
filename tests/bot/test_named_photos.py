"""Several photos at once: which is which, by the words of who sent them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.context import Heard
from bot.flow import JudgedUpload
from registry.uploads.reading import Reading
from tests.bot.photographer import (
    CARD,
    LETTER,
    MINE,
    OTHER,
    answers,
    at_papers,
    image,
    labels,
    text,
)
from tests.bot.photographer import player as player
from tests.bot.player import Player

UNREAD = ("fine", "image", None)


def given_all_but_papers(player: Player) -> str:
    """The photos came at the first question; what is said once the papers are next."""
    for said in ("Rina Contoh", MINE, "lupa"):
        player.type(said)
    return text(player.type("karang rejo"))


def test_of_several_photos_it_is_asked_which_and_their_numbers_stay(player: Player) -> None:
    player.show(UNREAD, UNREAD, UNREAD)
    assert "yang mana surat hilang?" in given_all_but_papers(player)
    player.type("yang kedua")
    assert labels(player) == ["photo:1", "photo:3", "retype"]
    player.type("3")
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [3]}


def test_none_of_them_asks_for_another_and_they_stay_for_the_next_paper(player: Player) -> None:
    player.show(UNREAD, UNREAD)
    given_all_but_papers(player)
    player.type("tidak ada")
    assert player.says[-1].key == "ask-paper-first"
    player.show(image(LETTER))
    assert labels(player) == ["photo:1", "photo:2", "retype"]


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("ini ktp sama surat hilang", {"ktp": [1], "police_letter": [2]}),
        ("itu surat polisi dan ktp", {"police_letter": [1], "ktp": [2]}),
    ],
)
def test_photos_are_what_their_sender_says_in_order(player: Player, said: str, sent: dict[str, list[int]]) -> None:
    player.show(UNREAD, image(OTHER))
    assert player.type(said)[-1].text.startswith("Baik, fotonya: ")
    assert "Sebelum dikirim" in given_all_but_papers(player)
    assert {key: value["uploads"] for key, value in answers(player).items()} == sent


def test_of_one_name_the_last_photo_is_meant(player: Player) -> None:
    player.show(UNREAD, UNREAD)
    player.type("yang tadi ktp")
    assert "yang ke-1, untuk surat hilang" in given_all_but_papers(player)
    player.type("ya")
    assert answers(player)["ktp"]["uploads"] == [2]


def test_what_was_asked_about_a_photo_is_answered_by_its_name(player: Player) -> None:
    at_papers(player).show(image(OTHER))
    assert labels(player) == ["retype", "accept", "!officer"]
    assert text(player.type("itu ktp")).startswith("Baik, fotonya: KTP-el. Sekarang foto surat hilang")
    player.show(image(OTHER))
    assert "Sebelum dikirim" in text(player.type("ini surat hilang"))
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [1]}


def test_what_can_be_read_on_it_is_surer_than_its_name(player: Player) -> None:
    player.show(image(CARD))
    player.type("ini surat hilang")
    given_all_but_papers(player)
    assert player.says[-1].key == "ask-paper-first"


def test_a_name_is_no_paper(player: Player) -> None:
    player.show(UNREAD)
    player.type("Kartika Contoh")
    top = player.state.top
    assert top is not None and top.answers["name"] == "Kartika Contoh"


def show_called(player: Player, *files: tuple[Reading | None, str]) -> str:
    """An album: what was read on each photo, and what is written under it."""
    first = len(player.files) + 1
    sent = [
        JudgedUpload(number, "fine", "image", reading, f"{number:016}", caption)
        for number, (reading, caption) in enumerate(files, first)
    ]
    player.files |= {file.id: file for file in sent}
    player.keep(replace(player.state, captions={str(file.id): file.caption for file in sent if file.caption}))
    return text(player.hear(Heard(uploads=tuple(sent))))


def papers(player: Player) -> dict[str, list[int]]:
    return {key: value["uploads"] for key, value in answers(player).items()}


def test_a_caption_under_one_photo_of_an_album_counts(player: Player) -> None:
    show_called(at_papers(player), (None, "ini ktp"), (None, ""), (LETTER, ""))
    assert papers(player) == {"police_letter": [2, 3], "ktp": [1]}  # nothing else is missing


def test_a_caption_that_names_them_all_is_shared_out_in_order(player: Player) -> None:
    said = show_called(player, (None, "surat polisi sama ktp"), (None, ""))
    assert said.startswith("Foto surat hilang dan KTP kami simpan dulu")
    assert "Sebelum dikirim" in given_all_but_papers(player)
    assert papers(player) == {"police_letter": [1], "ktp": [2]}


def test_what_was_read_among_them_has_its_name_already(player: Player) -> None:
    show_called(at_papers(player), (None, "surat polisi dan ktp"), (LETTER, ""))
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_one_name_under_several_photos_does_not_tell_which(player: Player) -> None:
    assert "yang mana surat hilang?" in show_called(at_papers(player), (None, "ini ktp"), (OTHER, "ini ktp"))
    player.press("photo:2")
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_what_came_with_other_papers_is_asked_about(player: Player) -> None:
    """Of an album of different papers a photo that nothing tells may be of the one that is still missing."""
    said = show_called(at_papers(player), (LETTER, ""), (CARD, ""), (None, ""))
    assert "Sebelum dikirim" in said and papers(player) == {"police_letter": [1, 3], "ktp": [2]}


def test_a_paper_that_is_not_there_is_not_looked_for_among_the_photos_again(player: Player) -> None:
    player.show(UNREAD)
    assert "Foto tadi untuk surat hilang?" in given_all_but_papers(player)
    assert "kantor polisi terdekat" in text(player.type("bukan, itu ktp. surat polisi ga punya"))
    player.type("berapa ongkirnya?")
    assert player.says[-1].key == "ask-paper-first"
    player.show(image(LETTER))
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_a_poor_photo_is_not_kept_whatever_it_is_called(player: Player) -> None:
    blurred = JudgedUpload(1, "blurred", "image", None, "1", "ini ktp")
    player.files[1] = blurred
    assert text(player.hear(Heard(uploads=(blurred,)))).startswith("Fotonya buram.")
    assert player.state.top is not None and player.state.top.uploads == []


def test_photos_that_come_late_do_not_ask_the_question_again(player: Player) -> None:
    player.show(image(CARD))
    late = JudgedUpload(9, "fine", "image", LETTER, "9")
    player.files[9] = late
    assert text(player.hear(Heard(uploads=(late,), late=True))) == "Surat hilang terbaca, kami simpan dulu."


def test_of_several_photos_that_nothing_tells_it_is_asked_which(player: Player) -> None:
    assert "yang mana surat hilang?" in text(at_papers(player).show(UNREAD, UNREAD))
    player.type("yang pertama surat polisi, kedua ktp")
    assert papers(player) == {"police_letter": [1], "ktp": [2]}


def test_for_the_last_paper_all_of_them_are_taken(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert "Sebelum dikirim" in text(player.show(UNREAD, UNREAD))
    assert papers(player)["ktp"] == [2, 3]


def test_of_two_that_can_hardly_be_read_better_ones_are_asked_for(player: Player) -> None:
    assert "buram" in text(at_papers(player).show(image(None, "blurred"), image(None, "blurred")))


def test_counted_from_the_first_the_names_are_those_of_the_first_photos(player: Player) -> None:
    player.show(UNREAD, UNREAD, UNREAD)
    player.type("yang pertama ktp")
    assert player.state.captions == {"1": "KTP-el"}


@pytest.mark.parametrize("said", ["salah kirim", "eh salah foto maaf"])
def test_a_photo_sent_by_mistake_is_not_asked_about_again(player: Player, said: str) -> None:
    at_papers(player).show(image(OTHER))
    player.type(said)
    assert player.says[-1].key == "ask-paper-first"
