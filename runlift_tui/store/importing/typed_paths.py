"""Paths as they are typed, pasted, or dropped on the terminal: quoted, escaped, as addresses."""

import glob
import os
from urllib.parse import unquote, urlsplit

MOST_SHOWN = 200
"""Names that completion offers at most."""
_ESCAPES = os.name != "nt"
"""Whether a backslash takes the meaning of what stands behind it."""
_STARS = "*?["


def paths_in(text: str) -> list[str]:
    """Return the paths that a line means, in its order, each once.

    A line that is the name of a file is that one, spaces and all. Of several, one is quoted,
    escaped with backslashes, or an address (`file:///...`); `*` stands for whatever is there.
    """
    whole = _plain(text.strip().strip("'\""))
    if whole and os.path.exists(whole):
        return [whole]
    found: dict[str, None] = {}
    for word in words_of(text):
        path = _plain(word)
        names = sorted(glob.glob(path)) if any(c in path for c in _STARS) else []
        if names and not os.path.exists(path):
            found |= dict.fromkeys(name for name in names if not os.path.isdir(name))
        else:
            found[path] = None
    return list(found)


def words_of(text: str) -> list[str]:
    """Return the words of a line, without the quotes and backslashes that hold them together."""
    words, word, quote, begun = [], "", "", False
    letters = iter(text)
    for letter in letters:
        if letter == "\\" and quote != "'" and _ESCAPES:
            word, begun = word + next(letters, ""), True
        elif quote:
            quote = "" if letter == quote else quote
            word += letter if quote else ""
        elif letter in "'\"":
            quote, begun = letter, True
        elif letter.isspace():
            words += [word] if begun or word else []
            word, begun = "", False
        else:
            word += letter
    return [*words, word] if begun or word else words


def _plain(word: str) -> str:
    """Return a word as a path: an address without its scheme, a tilde as the home folder."""
    if word.casefold().startswith("file:"):
        try:
            word = unquote(urlsplit(word).path)
        except ValueError:
            return word
        if os.name == "nt":
            word = word.lstrip("/")
    return os.path.expanduser(word)


def completed(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a line as far as its last path can be completed, and what it may go on with.

    Args:
        text: As typed so far.
    """
    before, last, path = _last(text)
    folder, begun = os.path.split(path)
    names = _names(folder or ".", begun)
    if not names:
        return text, ()
    common = _common(names)
    if len(common) < len(begun):
        return text, names
    done = path[: len(path) - len(begun)] + common
    if path != last and os.path.expanduser(last) == path:
        done = _with_tilde(done)
    return before + _written(done, last), names


def _common(names: tuple[str, ...]) -> str:
    """Return the letters that all names begin with."""
    first, last = min(names), max(names)
    at = next((n for n, letter in enumerate(first) if last[n : n + 1] != letter), len(first))
    return first[:at]


def _with_tilde(path: str) -> str:
    home = os.path.expanduser("~")
    return "~" + path[len(home) :] if path.startswith(home) else path


def _last(text: str) -> tuple[str, str, str]:
    """Return what stands before the last path of a line, it as it is written, and as it is."""
    whole = _plain(text.strip())
    if whole and os.path.isdir(os.path.dirname(whole) or ".") and _names(*_split(whole)):
        # A path with spaces that nobody quoted goes before several.
        return "", text, whole
    quote, start, escaped = "", 0, False
    for at, letter in enumerate(text):
        if escaped:
            escaped = False
        elif letter == "\\" and _ESCAPES and quote != "'":
            escaped = True
        elif quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter.isspace():
            start = at + 1
    last = text[start:]
    return text[:start], last, _plain("".join(words_of(last)) if last.strip() else "")


def _split(path: str) -> tuple[str, str]:
    folder, begun = os.path.split(path)
    return folder or ".", begun


def _names(folder: str, begun: str) -> tuple[str, ...]:
    """Return what lies in a folder and begins so, folders with a slash behind them."""
    try:
        with os.scandir(folder) as every:
            found = [
                each.name + (os.sep if each.is_dir() else "")
                for each in every
                if each.name.startswith(begun) and (begun[:1] == "." or each.name[:1] != ".")
            ]
    except (OSError, ValueError):
        return ()
    return tuple(sorted(found)[:MOST_SHOWN])


def _written(path: str, last: str) -> str:
    """Return a path as it goes on in a line: in the quotes, or the backslashes, of its begin."""
    quote = last[:1] if last[:1] in ("'", '"') else ""
    if quote:
        return quote + path
    if " " in path and _ESCAPES:
        return path.replace("\\", "\\\\").replace(" ", "\\ ")
    return f'"{path}' if " " in path else path
