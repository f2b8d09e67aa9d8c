"""Counting SMS parts."""

from __future__ import annotations

import pytest

from simulator.segments import Segments, count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Segments("GSM-7", 0, 1)),
        ("a" * 160, Segments("GSM-7", 160, 1)),
        ("a" * 161, Segments("GSM-7", 161, 2)),
        ("a" * 306, Segments("GSM-7", 306, 2)),
        ("a" * 307, Segments("GSM-7", 307, 3)),
        ("€" * 80, Segments("GSM-7", 160, 1)),
        ("€" * 153, Segments("GSM-7", 306, 3)),  # an escape is never torn apart: 76 a part
        ("é" * 160, Segments("GSM-7", 160, 1)),
        ("ñ’" * 35, Segments("UCS-2", 70, 1)),
        ("’" * 71, Segments("UCS-2", 71, 2)),
        ("🙏" * 35, Segments("UCS-2", 70, 1)),
        ("🙏" * 67, Segments("UCS-2", 134, 3)),
    ],
)
def test_parts(text: str, expected: Segments) -> None:
    assert count(text) == expected
