"""What is done outside the screens, or on several of them, and how: found by name, and told."""

from typing import NamedTuple


class Topic(NamedTuple):
    """Something that is done outside the screens, and how."""

    id: str
    title: str
    lines: tuple[str, ...]


TOPICS = (
    Topic(
        "undo-keys",
        "Undo: {home.undo} takes back, {home.redo} makes again",
        (
            "{home.undo} takes back the newest change of the place that you are in, and says what",
            "it was; {home.redo} makes it again. Both are there tomorrow, too.",
            "In a session {session.undo} goes back as far as its first set.",
            "What was deleted or discarded stands in the bin for 30 days.",
        ),
    ),
    Topic(
        "discard",
        "A session begun by mistake: leave it, then discard it",
        (
            "{session.leave} leaves the session; it stands on home as unfinished.",
            "{home.discard} there discards it, and {home.undo} brings it back; so does the bin",
            "for 30 days. A finished one is deleted in the history, by {history.delete}.",
        ),
    ),
    Topic(
        "plan-calendar",
        "The plan in your calendar, an .ics file: how",
        (
            "In a shell, also while this is open:",
            "runlift plan export --ics -o plan.ics: every session of the plan, a day each",
            "Calendar programs open it or import it. Made anew, it moves what they have already.",
        ),
    ),
    Topic(
        "export",
        "More exports, from a shell: how",
        (
            "In a shell, also while this is open:",
            "runlift export -o training.json: all of it, a backup",
            "runlift export --format csv --excel -o sets.csv: a row a set, as Excel opens it",
            "runlift export --format runs-csv -o runs.csv: a row a run",
            "runlift export --help has more formats, and a session alone.",
            "{history.text} in the history copies one session as text.",
        ),
    ),
    Topic(
        "import",
        "Import from another app: how",
        (
            "{home.import} on home: type a path, or drop files on the window.",
            "In a shell, with this program closed:",
            "runlift import FILE: asks before anything is written",
            "runlift import FILE --dry-run: tells what would come, writes nothing",
            "runlift import --undo: takes the last import back",
            "runlift import --help names the apps and kinds of files that are known.",
        ),
    ),
    Topic(
        "card",
        "Print today's session, or take it on a phone: how",
        (
            "In a shell:",
            "runlift card: the session that comes as plain text",
            "runlift card --enter: enter it afterwards, one key a set as written",
            "Before the start, {setup.card} enters one too.",
        ),
    ),
    Topic(
        "folder",
        "Where the data is, and whether all is well: how",
        (
            "In a shell:",
            "runlift --help ends with the data folder and the file of settings by hand",
            "runlift doctor: what this machine has for it: folder, sound, voice",
            "runlift --version: which version this is",
        ),
    ),
    Topic(
        "sync",
        "Your other laptop, the same history: how",
        (
            "In a shell, on each of them, with a folder that Syncthing, Dropbox, iCloud Drive,",
            "Nextcloud, OneDrive, git or rsync carries:",
            "runlift sync on DIR: no more to do; each machine keeps all of it at home",
            "runlift sync status: which machines there are, and what could not be read",
            "runlift sync off: stops it, and deletes nothing",
        ),
    ),
    Topic(
        "own-keys",
        "Keys of your own: how",
        (
            "In a shell:",
            "runlift keys --ids: every action by the id that it is changed by",
            "They are changed under [keys] in config.toml, and count from the next start on;",
            "runlift --help ends with where that file is.",
        ),
    ),
)
"""What the screens have no key for; each says where it is done."""
