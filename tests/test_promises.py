"""What was promised stays: ids of actions, settings, words of the command line, exit statuses.

`promised.txt` has all of them. A line goes only with a version before which it stood under "Removed
soon" in the changelog for one minor version; new ones are added with the version that brings them.
"""

from pathlib import Path

from runlift_tui.cli import parser
from runlift_tui.commands import printing
from runlift_tui.commands.shell.words import places
from runlift_tui.core.keys.actions import ROWS
from runlift_tui.core.settings import config

PROMISED = Path(__file__).with_name("promised.txt")


def there_is() -> set[str]:
    """Return what there is of all that can be promised, in lines."""
    words = {
        " ".join(("runlift", *each.path, word.word))
        for each in places(parser())
        for word in each.words
    }
    actions = {f"action {id_}" for id_ in ROWS}
    settings = {f"setting {name}" for name in config._READERS}
    statuses = {
        f"exit status {number} {name}"
        for name, number in vars(printing).items()
        if name in ("OK", "FAILED", "MISUSED")
    }
    return words | actions | settings | statuses


def test_what_was_promised_is_there() -> None:
    promised = PROMISED.read_text(encoding="utf-8").splitlines()
    assert promised == sorted(set(promised))
    there = there_is()
    assert [line for line in promised if line not in there] == []


if __name__ == "__main__":
    PROMISED.write_text("\n".join(sorted(there_is())) + "\n", encoding="utf-8")
