"""What is really started for a cue or a sentence, and what becomes of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound
from runlift_tui.devices import sounder, talker
from runlift_tui.devices.children import MOST
from runlift_tui.devices.players import wav_path
from runlift_tui.devices.speaker import SystemSpeaker
from tests.devices.fakes import Fakes, is_alive, until

pytestmark = pytest.mark.posix  # the programs that pretend are a few lines of shell
LOUD = Preferences(volume=10, awake=False)
HANGS = "exec /bin/sleep 600"


class Heard:
    """A speaker, and how often the bell rang."""

    def __init__(self, preferences: Preferences, clock: ManualClock) -> None:
        self.bells = 0
        self.speaker = SystemSpeaker(preferences, clock, self._ring)

    def _ring(self) -> None:
        self.bells += 1


def _so_many(number: int, count: Callable[[], int]) -> Callable[[], bool]:
    """Return whether a count has come to a number."""
    return lambda: count() == number


@contextmanager
def hearing(clock: ManualClock, preferences: Preferences = LOUD) -> Iterator[Heard]:
    """Be heard; afterwards nothing is left running."""
    heard = Heard(preferences, clock)
    try:
        yield heard
    finally:
        heard.speaker.close()

        def over() -> bool:
            clock.advance(max(sounder.LIMIT_MS, talker.LIMIT_MS))
            return not any(each.name == "speaker" for each in threading.enumerate())

        until(over)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("pw-play", ["--latency=40ms", "--volume=0.250"]),
        ("paplay", ["--latency-msec=40", "--volume=41285"]),
        ("afplay", ["-v", "0.250"]),
    ],
)
def test_a_player_is_called_with_the_file_and_the_volume(
    name: str, arguments: list[str], fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add(name)
    with hearing(clock, structs.replace(LOUD, volume=5)) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        until(fakes.calls)
    assert fakes.calls() == [[name, *arguments, wav_path(Sound.REST_OVER)]]
    assert heard.bells == 0


def test_aplay_is_handed_samples_as_loud_as_they_are_to_be(
    fakes: Fakes, clock: ManualClock
) -> None:
    got = fakes.folder.parent / "got.wav"
    fakes.add("aplay", f"exec /bin/cat > '{got}'")
    with hearing(clock, structs.replace(LOUD, volume=5)) as heard:
        heard.speaker.cue(Sound.COUNT)
        until(lambda: got.exists() and got.stat().st_size)
    assert fakes.calls() == [["aplay", "-q", "-t", "wav", "-"]]
    from tests.data.wav import read

    quiet, full = read(str(got)), read(wav_path(Sound.COUNT))
    assert len(quiet.samples) == len(full.samples)
    assert max(quiet.samples) == pytest.approx(max(full.samples) / 4, abs=1)


def test_the_best_player_is_taken(fakes: Fakes, clock: ManualClock) -> None:
    for name in ("afplay", "aplay", "paplay", "pw-play"):
        fakes.add(name)
    with hearing(clock) as heard:
        heard.speaker.cue(Sound.DONE)
        until(fakes.calls)
    assert [call[0] for call in fakes.calls()] == ["pw-play"]


@pytest.mark.parametrize(
    "preferences", [Preferences(sound=False), Preferences(volume=0, voice=True)]
)
def test_off_is_silent_and_starts_nothing(
    preferences: Preferences, fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add("pw-play")
    with hearing(clock, preferences) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        heard.speaker.say("Rest.")
        assert not any(each.name == "speaker" for each in threading.enumerate())
    assert (fakes.calls(), heard.bells) == ([], 0)


def test_without_a_player_the_bell_rings_for_what_it_can_tell(
    fakes: Fakes, clock: ManualClock
) -> None:
    with hearing(clock) as heard:
        for sound in (Sound.COUNT, Sound.HALF_WAY, Sound.STAND_UP, Sound.REST_OVER):
            heard.speaker.cue(sound)
        until(lambda: heard.bells == 2)
    assert heard.bells == 2


def test_over_ssh_the_bell_rings_where_the_athlete_is(
    fakes: Fakes, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes.add("pw-play")
    fakes.add("espeak-ng")
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    with hearing(clock, structs.replace(LOUD, voice=True)) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        heard.speaker.say("Rest.")
        until(lambda: heard.bells)
    assert fakes.calls() == []


def test_a_player_that_fails_hands_on_and_is_passed_over_after_two_failures(
    fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add("pw-play", "echo broken >&2; exit 1")
    fakes.add("paplay")
    with hearing(clock) as heard:
        for number in range(1, 4):
            heard.speaker.cue(Sound.REST_OVER)
            until(_so_many(number, lambda: [c[0] for c in fakes.calls()].count("paplay")))
    assert [call[0] for call in fakes.calls()] == ["pw-play", "paplay"] * 2 + ["paplay"]
    assert heard.bells == 0


def test_where_every_player_fails_each_cue_still_rings_once(
    fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add("pw-play", "exit 1")
    fakes.add("aplay", "exit 1")
    with hearing(clock) as heard:
        for number in range(1, 6):
            heard.speaker.cue(Sound.REST_OVER)
            until(_so_many(number, lambda: heard.bells))
    assert [call[0] for call in fakes.calls()] == ["pw-play", "aplay"] * 2


def test_a_failure_now_and_then_is_forgiven(fakes: Fakes, clock: ManualClock) -> None:
    mark = fakes.folder.parent / "fails"
    fakes.add("paplay", f"[ ! -e '{mark}' ]")
    with hearing(clock) as heard:
        for number, fails in enumerate((True, False, True, False, True, False), 1):
            mark.touch() if fails else mark.unlink()
            heard.speaker.cue(Sound.REST_OVER)
            until(_so_many(number, lambda: len(fakes.calls())))
            until(lambda: not any(map(is_alive, fakes.pids())))
        until(lambda: heard.bells == 3)
    assert len(fakes.calls()) == 6


def test_a_file_that_is_no_program_fails_like_one(fakes: Fakes, clock: ManualClock) -> None:
    path = fakes.folder / "pw-play"
    path.write_bytes(b"\0\0\0")
    path.chmod(0o755)
    with hearing(clock) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        until(lambda: heard.bells == 1)


def test_a_player_that_hangs_is_killed_with_all_it_started(
    fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add("pw-play", "/bin/sleep 600 & wait")
    with hearing(clock) as heard:
        for number in (1, 2):
            heard.speaker.cue(Sound.COUNT)
            until(_so_many(number, lambda: len(fakes.pids())))
            assert is_alive(fakes.pids()[-1])
            clock.advance(sounder.LIMIT_MS)
            until(lambda: not is_alive(fakes.pids()[-1]))
        heard.speaker.cue(Sound.REST_OVER)
        until(lambda: heard.bells == 1)
    assert len(fakes.calls()) == 2


def test_the_end_of_a_rest_that_a_player_swallowed_rings_all_the_same(
    fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add("pw-play", HANGS)
    with hearing(clock) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        until(fakes.pids)
        clock.advance(sounder.LIMIT_MS)
        until(lambda: heard.bells == 1)


def test_never_more_than_a_few_at_once(fakes: Fakes, clock: ManualClock) -> None:
    fakes.add("pw-play", HANGS)
    fakes.add("paplay", HANGS)
    with hearing(clock) as heard:
        for number in range(1, MOST + 3):
            heard.speaker.cue(Sound.COUNT)
            until(_so_many(number, lambda: len(fakes.pids())))
            until(lambda: sum(map(is_alive, fakes.pids())) <= MOST)
        assert is_alive(fakes.pids()[-1])
        assert not is_alive(fakes.pids()[0])


def test_nothing_a_player_says_reaches_the_terminal(
    fakes: Fakes, clock: ManualClock, capfd: pytest.CaptureFixture[str]
) -> None:
    says = "echo out; echo err >&2; echo terminal > /dev/tty; read line && echo read"
    fakes.add("pw-play", says)
    with hearing(clock) as heard:
        heard.speaker.cue(Sound.REST_OVER)
        until(fakes.pids)
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_a_sound_that_plays_is_let_end_when_the_session_is_left(
    fakes: Fakes, clock: ManualClock
) -> None:
    ended = fakes.folder.parent / "ended"
    fakes.add("pw-play", f"/bin/sleep 0.2; : > '{ended}'")
    with hearing(clock) as heard:
        heard.speaker.cue(Sound.DONE)
        until(fakes.pids)
        heard.speaker.close()
        until(ended.exists)


SPOKEN = structs.replace(LOUD, voice=True, volume=5)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("spd-say", ["-w", "-l", "en", "-i", "0", "--", "-w out. Rest."]),
        ("espeak-ng", ["-a", "100", "--", "-w out. Rest."]),
    ],
)
def test_a_voice_gets_the_text_as_one_argument_that_is_no_option(
    name: str, arguments: list[str], fakes: Fakes, clock: ManualClock
) -> None:
    fakes.add(name)
    with hearing(clock, SPOKEN) as heard:
        heard.speaker.say("-w out. Rest.")
        until(fakes.calls)
    assert fakes.calls() == [[name, *arguments]]


def test_a_volume_from_somewhere_else_stays_in_its_bounds(fakes: Fakes, clock: ManualClock) -> None:
    fakes.add("espeak-ng")
    with hearing(clock, structs.replace(SPOKEN, volume=99)) as heard:
        heard.speaker.say("Rest.")
        until(fakes.calls)
    assert fakes.calls()[0][:3] == ["espeak-ng", "-a", "200"]


def test_say_reads_the_text_and_its_loudness(fakes: Fakes, clock: ManualClock) -> None:
    got = fakes.folder.parent / "got"
    fakes.add("say", f"/bin/cat > '{got}.part' && /bin/mv '{got}.part' '{got}'")
    with hearing(clock, SPOKEN) as heard:
        heard.speaker.say("Rest.")
        until(got.exists)
    assert fakes.calls() == [["say", "-f", "-"]]
    assert got.read_text() == "[[volm 0.5]] Rest."


def test_a_voice_is_off_unless_it_is_wanted(fakes: Fakes, clock: ManualClock) -> None:
    fakes.add("espeak-ng")
    with hearing(clock) as heard:
        heard.speaker.say("Rest.")
        heard.speaker.cue(Sound.REST_OVER)
        until(lambda: heard.bells)
    assert fakes.calls() == []


def test_a_new_sentence_stops_the_old_one(fakes: Fakes, clock: ManualClock) -> None:
    fakes.add("espeak-ng", HANGS)
    with hearing(clock, SPOKEN) as heard:
        heard.speaker.say("One.")
        until(lambda: len(fakes.pids()) == 1)
        heard.speaker.say("Two.")
        until(lambda: len(fakes.pids()) == 2)
        assert not is_alive(fakes.pids()[0])
        heard.speaker.say("")
        until(lambda: not is_alive(fakes.pids()[1]))
        heard.speaker.say("Three.")
        until(lambda: len(fakes.pids()) == 3)
        heard.speaker.close()
        until(lambda: not is_alive(fakes.pids()[2]))
    assert [call[-1] for call in fakes.calls()] == ["One.", "Two.", "Three."]


def test_a_sentence_waits_for_the_sound_before_it(fakes: Fakes, clock: ManualClock) -> None:
    go = fakes.folder.parent / "go"
    fakes.add("pw-play", f"while [ ! -e '{go}' ]; do /bin/sleep 0.01; done")
    fakes.add("espeak-ng")
    with hearing(clock, SPOKEN) as heard:
        heard.speaker.cue(Sound.STAND_UP)
        heard.speaker.say("Jumping lunge.")
        until(fakes.calls)
        heard.speaker.cue(Sound.COUNT)
        until(lambda: len(fakes.calls()) == 2)
        assert [call[0] for call in fakes.calls()] == ["pw-play", "pw-play"]
        go.touch()
        until(lambda: len(fakes.calls()) == 3)
    assert fakes.calls()[-1][0] == "espeak-ng"


def test_a_voice_that_fails_twice_is_passed_over(fakes: Fakes, clock: ManualClock) -> None:
    fakes.add("espeak-ng", "exit 1")
    fakes.add("spd-say")
    with hearing(clock, SPOKEN) as heard:
        for number in range(1, 4):
            heard.speaker.say("Rest.")
            until(_so_many(number, lambda: len(fakes.calls())))
            until(lambda: not any(map(is_alive, fakes.pids())))
    assert [call[0] for call in fakes.calls()] == ["espeak-ng", "espeak-ng", "spd-say"]
