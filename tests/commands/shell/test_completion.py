"""The shells complete for real, where they are installed."""

import os
import select
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from runlift_tui.cli import COMMANDS, parser
from runlift_tui.commands.parser import options_of
from runlift_tui.commands.shell.man import page
from runlift_tui.commands.shell.shells import completion
from runlift_tui.commands.shell.words import SHELLS, Spot, places

ROOT = Path(__file__).parents[3]
TYPED = (
    ("runlift his", {"history"}),
    ("runlift plan ex", {"export"}),
    ("runlift export --form", {"--format"}),
    ("runlift completion z", {"zsh"}),
    ("runlift --pl", {"--plain"}),
)
"""What is typed before tab -> what the shell offers."""


@pytest.fixture(scope="module")
def every() -> list[Spot]:
    return places(parser())


def test_every_command_and_option_is_offered(every: list[Spot]) -> None:
    words = {word.word for place in every for word in place.words}
    assert set(COMMANDS) <= words
    assert {each for each in options_of(parser()) if each.startswith("--")} <= words


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_every_place(shell: str, every: list[Spot]) -> None:
    text = completion(shell, every)
    for name in COMMANDS:
        assert name in text
    assert text.endswith("\n")


def ask(shell: str, path: Path, line: str) -> set[str]:
    """Return what a shell offers at the end of a line."""
    if shell == "bash":
        code = (
            f"source {path}; COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
            "_runlift; printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        argv = ["bash", "--norc", "-c", code]
    elif shell == "fish":
        argv = ["fish", "--no-config", "-c", f"source {path}; complete -C '{line}'"]
    else:
        # Its own completion wants a terminal: what would be added is written out instead.
        code = (
            "compdef() { :; }; "
            f"source {path}; compadd() {{ shift; print -l -- ${{(M)@:#$last*}}; }}; "
            f"words=({line}); CURRENT=$#words; last=$words[-1]; _runlift"
        )
        argv = ["zsh", "-f", "-c", code]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return {each.split("\t")[0] for each in done.stdout.splitlines() if each}


@pytest.mark.posix
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_really_completes(shell: str, every: list[Spot], tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "completion"
    path.write_text(completion(shell, every), encoding="utf-8")
    for line, wanted in TYPED:
        assert ask(shell, path, line) == wanted, line


AT_ITS_START = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), "source {path}"),
    "zsh": (("zsh", "-f", "-i"), "autoload -Uz compinit; compinit -u -D; source {path}"),
    "fish": (("fish", "--no-config", "-i"), "source {path}"),
}
"""A shell in a terminal, and what it reads at its start."""


@pytest.mark.posix
@pytest.mark.parametrize("shell", AT_ITS_START)
def test_tab_in_a_terminal_ends_the_word(shell: str, every: list[Spot], tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "completion"
    path.write_text(completion(shell, every), encoding="utf-8")
    argv, source = AT_ITS_START[shell]
    import pty  # Windows has none.

    child, terminal = pty.fork()
    if not child:
        os.environ.update(TERM="xterm", PS1="> ", HOME=str(tmp_path))
        os.execvp(argv[0], argv)
    try:
        os.write(terminal, f"{source.format(path=path)}; echo re''ady\n".encode())
        _comes(terminal, b"ready")
        os.write(terminal, b"runlift his\t")
        _comes(terminal, b"tory")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _comes(terminal: int, wanted: bytes) -> None:
    seen = b""
    end = time.monotonic() + 20
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536)
    assert wanted in seen, seen


def test_the_page_for_man_is_the_help() -> None:
    there = (ROOT / "assets" / "runlift.1").read_text(encoding="utf-8")
    assert there == page(places(parser())), "make man writes it"
