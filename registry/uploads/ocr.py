"""Text lines out of a picture's pixels: RapidOCR's models, in little memory, however the page lies."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from registry.uploads.reading import Line
from registry.uploads.verdict import Pixels

MOST_LINES = 90  # the tallest: what tells a paper's kind is printed large
FOUND_AT = 960  # pixels of the longest side at which lines are looked for; they are read at full size
HANDED_BACK = 8 << 20  # bytes: a larger block goes back to the system when freed, and is not kept for the next one
ONE_THREAD = 1  # threads of a pool do not survive the fork of a worker's job

M_MMAP_THRESHOLD = -3  # of mallopt(3)

Crop = NDArray[np.uint8]
Box = NDArray[np.float32]  # four corners, clockwise


class Ocr:
    """Load it once, before a fork: about 100 MB that the forked processes share."""

    def __init__(self) -> None:
        import cv2
        import rapidocr

        _hand_back()
        cv2.setNumThreads(ONE_THREAD)
        self._cv2: Any = cv2
        self._engine: Any = rapidocr.RapidOCR(params=_settings(Path(rapidocr.__file__).parent / "models"))
        self._warm_up()

    def lines(self, pixels: Pixels) -> list[Line]:
        """In reading order, upright or not. Pixels of a stranger's file have met no decoder of this process."""
        picture = np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3)[:, :, ::-1]
        found = self._boxes(np.ascontiguousarray(picture))
        if not found:
            return []
        vertical = _vertical(found)
        boxes = [_along(box, vertical) for box in found]
        crops = [self._crop(picture, box) for box in boxes]
        turned = self._upside_down(crops)
        order = _reading_order(boxes, vertical, turned)
        return [self._read(crops[place], turned, _cut(boxes[place], pixels, vertical)) for place in order]

    def _boxes(self, picture: Crop) -> list[Box]:
        _trim()
        found = self._engine(picture, use_det=True, use_cls=False, use_rec=False).boxes
        boxes = [] if found is None else [np.asarray(box, np.float32) for box in found]
        return sorted(boxes, key=_thickness, reverse=True)[:MOST_LINES]

    def _crop(self, picture: Crop, box: Box) -> Crop:
        width, height = (max(round(side), 1) for side in _sides(box))
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
        matrix = self._cv2.getPerspectiveTransform(box, corners)
        crop: Crop = self._cv2.warpPerspective(
            picture, matrix, (width, height), flags=self._cv2.INTER_CUBIC, borderMode=self._cv2.BORDER_REPLICATE
        )
        return crop

    def _upside_down(self, crops: Sequence[Crop]) -> bool:
        """The lines vote: each alone is wrong too often, and no page has some of its lines upside down."""
        votes = 0.0
        for crop in crops:
            label, sure = self._engine(crop, use_det=False, use_cls=True, use_rec=False).cls_res[0]
            votes += sure if label == "180" else -sure
        return votes > 0

    def _read(self, crop: Crop, turned: bool, cut: bool) -> Line:
        upright = np.ascontiguousarray(np.rot90(crop, 2)) if turned else crop
        found = self._engine(upright, use_det=False, use_cls=False, use_rec=True)
        return Line(found.txts[0], float(found.scores[0]), cut) if found.txts else Line("", 0.0, cut)

    def _warm_up(self) -> None:
        """The engine loads each of its models at its first use."""
        blank = np.full((64, 320, 3), 255, np.uint8)
        self._boxes(blank)
        self._upside_down([blank])
        self._read(blank, turned=False, cut=False)


def _hand_back() -> None:
    """The C library raises this bound by itself, up to 32 MB, and then keeps what a model needed for a moment: 60 MB. A
    lower bound costs time: at 1 MB reading takes a fifth more."""
    with suppress(AttributeError, OSError):  # no glibc
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, HANDED_BACK)


def _trim() -> None:
    """Before what needs the most at once: a photo leaves up to 80 MB behind, in blocks too small to go back by
    themselves and too scattered for the next one."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _settings(models: Path) -> dict[str, Any]:
    """Models by their path: else the engine would compare their sums, and fetch what differs."""
    return {
        "Global.log_level": "critical",
        "Global.use_preprocess_img": False,
        "Global.text_score": 0.0,
        "EngineConfig.onnxruntime.intra_op_num_threads": ONE_THREAD,
        "EngineConfig.onnxruntime.inter_op_num_threads": ONE_THREAD,
        "Det.limit_type": "max",
        "Det.limit_side_len": FOUND_AT,
        "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
        "Cls.model_path": str(models / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
        "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
    }


def _sides(box: Box) -> tuple[float, float]:
    """Width and height along the box's own axes."""
    a, b, c, d = box
    across = max(np.linalg.norm(a - b), np.linalg.norm(d - c))
    return float(across), float(max(np.linalg.norm(a - d), np.linalg.norm(b - c)))


def _thickness(box: Box) -> float:
    return min(_sides(box))


def _vertical(boxes: Sequence[Box]) -> bool:
    """Whether the lines run from top to bottom of the picture, or the other way: it was taken sideways."""
    across, down = np.sum([_long_side(box) for box in boxes], axis=0)
    return bool(down > across)


def _long_side(box: Box) -> Box:
    a, b, c, _ = box
    first: Box = np.abs(b - a)
    second: Box = np.abs(c - b)
    return first if np.linalg.norm(first) > np.linalg.norm(second) else second


def _along(box: Box, vertical: bool) -> Box:
    """The same box, beginning with the side that runs rightwards, or downwards where the page lies on its side."""
    steps: Box = np.roll(box, -1, axis=0) - box
    ahead = steps[:, 1 if vertical else 0] / np.maximum(np.linalg.norm(steps, axis=1), 1)
    return np.roll(box, -int(np.argmax(ahead)), axis=0).astype(np.float32)


def _reading_order(boxes: Sequence[Box], vertical: bool, turned: bool) -> list[int]:
    """Downwards, and rightwards within a row, as the page lies when it is upright."""

    def place(index: int) -> tuple[int, float]:
        x, y = boxes[index].mean(axis=0)
        right, down = (y, -x) if vertical else (x, y)
        sign = -1 if turned else 1
        return round(sign * down / row), sign * right

    row = max(float(np.median([_thickness(box) for box in boxes])), 1.0)
    return sorted(range(len(boxes)), key=place)


def _cut(box: Box, pixels: Pixels, vertical: bool) -> bool:
    """Its beginning or its end lies on the picture's edge, closer than any margin of a paper."""
    along, length = (1, pixels.height) if vertical else (0, pixels.width)
    near = 0.15 * _thickness(box)
    return bool(box[:, along].min() <= near or box[:, along].max() >= length - 1 - near)
