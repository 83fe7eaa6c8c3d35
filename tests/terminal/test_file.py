"""A terminal is sent all of it, also where it takes nothing for a while."""

import io
import os
import threading

import pytest

from runlift_tui.terminal.file import Patient

pytestmark = pytest.mark.posix

_MUCH = 1 << 20
"""More than a pipe holds."""


def test_waits_for_a_terminal_that_refuses_what_it_has_no_room_for() -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)
    heard = bytearray()

    def hear() -> None:
        while data := os.read(read, 1 << 14):
            heard.extend(data)

    with open(write, "w", encoding="utf-8") as file:
        patient = Patient(file)
        reader = threading.Thread(target=hear)
        reader.start()
        patient.write("é" * _MUCH)
        patient.write("the end")
        patient.flush()
    reader.join()
    os.close(read)
    assert heard.decode() == "é" * _MUCH + "the end"


def test_drops_what_nobody_can_read_any_more() -> None:
    read, write = os.pipe()
    with open(write, "w", encoding="utf-8") as file:
        os.close(read)
        patient = Patient(file)
        patient.write("lost")
        patient.flush()
        patient.flush()


def test_what_an_encoding_has_not_is_spelt_out() -> None:
    read, write = os.pipe()
    with open(write, "w", encoding="ascii", errors="backslashreplace") as file:
        patient = Patient(file)
        patient.write("×")
        patient.flush()
    with open(read, "rb", buffering=0) as heard:
        assert heard.read() == b"\\xd7"


def test_writes_as_soon_as_it_keeps_much() -> None:
    file = io.TextIOWrapper(io.FileIO(os.open(os.devnull, os.O_WRONLY), "w"), encoding="utf-8")
    patient = Patient(file)
    for _ in range(100):
        patient.write("x" * 1000)
    assert patient.kept < 100_000
    file.close()
