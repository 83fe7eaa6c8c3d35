"""A real voice, written into a file and measured."""

import shutil
import subprocess
from pathlib import Path

import pytest

from runlift_tui.devices.voices import powershell, system_speech, voices
from tests.data.wav import read

_ESPEAK = shutil.which("espeak-ng")


@pytest.mark.skipif(_ESPEAK is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize(
    ("text", "least_s"),
    [
        ("Rest, four minutes. Then jumping lunge, four each leg.", 2.0),
        ("-w elsewhere. Left first.", 1.0),
    ],
)
def test_the_sentence_is_really_spoken(
    text: str, least_s: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = next(each for each in voices() if each.name == "espeak-ng")
    program, *options, mark, said = found.command(text, 7).argv
    assert (mark, said) == ("--", text)
    out = tmp_path / "said.wav"
    subprocess.run([program, *options, "-w", str(out), mark, said], check=True, cwd=tmp_path)
    assert read(str(out)).seconds > least_s
    assert [path.name for path in tmp_path.iterdir()] == ["said.wav"]


@pytest.mark.skipif(_ESPEAK is None, reason="espeak-ng is not installed")
def test_a_louder_voice_is_louder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = next(each for each in voices() if each.name == "espeak-ng")
    peaks = []
    for volume in (2, 5, 10):
        program, *options, mark, said = found.command("Left first.", volume).argv
        out = tmp_path / f"{volume}.wav"
        subprocess.run([program, *options, "-w", str(out), mark, said], check=True)
        peaks.append(max(map(abs, read(str(out)).samples)))
    assert peaks[0] < peaks[1] < peaks[2]


def test_windows_reads_the_sentence_and_runs_nothing_of_it() -> None:
    path = powershell({"SystemRoot": r"D:\Windows"})
    assert path == r"D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    speak = system_speech(path)
    first, second = speak("Rest; $(exit) – four", 7), speak('"Left first"', 10)
    assert first.argv == second.argv
    assert first.argv[:4] == (path, "-NoProfile", "-NonInteractive", "-Command")
    assert first.stdin == "70\nRest; $(exit) – four".encode()
    assert second.stdin == b'100\n"Left first"'
