"""The page for papers when it is over, and when two press at once: nothing is taken or told twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.bot.pages.conftest import PHOTO, Site

BOTH = ("sqlite", "postgresql")


@pytest.mark.parametrize("what", ["send", "take-back", "as-it-is"])
def test_a_used_page_takes_nothing_more(site: Site, what: str) -> None:
    address = site.all_sent()
    site.post(address, do="finish")
    shown = site.post(address, do=what, paper="ktp", file="1")
    assert shown.status == 410
    assert "Balas HALAMAN" in shown.text
    assert len(site.desk.told()) == 1


def test_a_used_page_says_what_came_however_often_it_is_looked_at(site: Site) -> None:
    address = site.all_sent()
    site.post(address, do="finish")
    shown = [site.get(address), site.post(address, do="finish"), site.get(address + "?lang=en")]
    assert [each.status for each in shown] == [200] * 3
    assert "Surat diterima" in shown[1].text and "surat hilang" in shown[0].text and 'lang="en"' in shown[2].source
    assert len(site.desk.told()) == 1


@pytest.mark.parametrize("sent", [True, False])
def test_after_seven_days_it_is_over(site: Site, sent: bool) -> None:
    address = site.all_sent()
    if sent:
        site.post(address, do="finish")
    site.later(days=7)
    assert site.get(address).status == 410


def test_done_before_all_is_there_leaves_the_page_open(site: Site) -> None:
    address = site.link()
    site.send(address, "ktp", PHOTO)
    site.read(address)
    assert "Masih kurang: surat hilang ." in site.post(address, do="finish").text
    assert site.get(address).status == 200
    assert site.desk.told() == []


@pytest.mark.parametrize("database_url", BOTH, indirect=True)
def test_two_dones_at_once_tell_the_chat_once(site: Site) -> None:
    address = site.all_sent()
    with ThreadPoolExecutor(4) as phones:
        answers = list(phones.map(lambda _: site.post(address, do="finish").status, range(4)))
    assert answers == [200] * 4
    assert len(site.desk.told()) == 1


@pytest.mark.parametrize("database_url", BOTH, indirect=True)
def test_the_same_photo_twice_at_once_is_one(site: Site) -> None:
    address = site.link()
    with ThreadPoolExecutor(2) as phones:
        list(phones.map(lambda _: site.send(address, "ktp", PHOTO), range(2)))
    assert len(site.uploads()) == 1
