"""Reading a WAV file, and measuring what it sounds like."""

import sys
import wave
from array import array
from typing import NamedTuple


class Wav(NamedTuple):
    """One channel of samples."""

    rate: int
    samples: "array[int]"

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.rate


class Heard(NamedTuple):
    """A note between two silences."""

    seconds: float
    hertz: float


def read(path: str) -> Wav:
    """Return a file of one channel in 16 bits."""
    with wave.open(path, "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return Wav(file.getframerate(), samples)


def notes(wav: Wav, quiet: int = 300, gap_s: float = 0.015) -> list[Heard]:
    """Return the notes of a file, their pitch counted by its crossings of zero."""
    found: list[Heard] = []
    begin = last = -1
    gap = round(gap_s * wav.rate)
    for at, sample in enumerate([*wav.samples, *[0] * (gap + 1)]):
        if abs(sample) > quiet:
            begin, last = (at if begin < 0 else begin), at
        elif begin >= 0 and at - last > gap:
            found.append(_measured(wav, begin, last))
            begin = -1
    return found


def _measured(wav: Wav, begin: int, end: int) -> Heard:
    part = wav.samples[begin:end]
    ups = [at for at in range(1, len(part)) if part[at - 1] < 0 <= part[at]]
    return Heard((end - begin) / wav.rate, (len(ups) - 1) * wav.rate / (ups[-1] - ups[0]))
