"""Text to print: harmless whatever is in it, as notes may hold anything; counts, sentences."""

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SPACES = {"Zl", "Zp", "Zs"}
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Invisible, but part of how Persian and Hindi words and joined emoji are written."""
_ENDS = ".?!:;…"

NOT_SAVED = "NOT SAVED"


def not_saved(why: str) -> str:
    """Return that something is not on disk, and why; empty where all of it is."""
    return f"{NOT_SAVED}: {why}" if why else ""


def plural(count: int, what: str) -> str:
    """Return a count of things: "1 set", "8 sets"."""
    return f"{count} {counted(count, what)}"


def counted(count: int, what: str) -> str:
    """Return what is counted, where its number stands by itself: "set", "sets"."""
    return what if count == 1 else f"{what}s"


def one(what: str) -> str:
    """Return one of what begins so, with its article: "an exercise", "a set"."""
    return f"{'an' if what[:1] in 'aeiou' else 'a'} {what}"


def capital(text: str) -> str:
    """Return a text with a capital in front, the rest as it stands: "B1 round 2" stays that."""
    return f"{text[:1].upper()}{text[1:]}"


def sentence(text: str) -> str:
    """Return a text as one sentence among others: a capital in front, an end behind."""
    return ended(capital(text))


def ended(text: str) -> str:
    """Return a text with an end behind it, once: "there is no day 31.2." has one."""
    return f"{text}{'' if text[-1:] in _ENDS else '.'}"


def decoded(data: bytes) -> str:
    """Return the text of a file: by the mark at its beginning UTF-16, else UTF-8.

    `>` of PowerShell 5.1 writes UTF-16.

    Raises:
        UnicodeDecodeError: it is neither.
    """
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if is_wide else "utf-8-sig")


def safe_text(text: str) -> str:
    """Return `text` as one line that can be printed anywhere without effect on what is around it.

    Line ends, tabs and every kind of space become one plain space each. Other control characters
    (an escape sequence would begin with one), lone surrogates and what Unicode has not assigned
    become a visible replacement character. Marks that turn the direction of writing, and other
    invisible format characters, are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_safe, unicodedata.normalize("NFC", text)))


def findable(path: str) -> str:
    """Return a path as `safe_text` has it, or as a shell takes it where that would be another one.

    What cannot be printed stands by its bytes then, so that the file can be found by what is said.
    """
    if safe_text(path) == unicodedata.normalize("NFC", path):
        return safe_text(path)
    return f"$'{''.join(map(_escaped, path))}'"


def _escaped(char: str) -> str:
    if char in "'\\":
        return f"\\{char}"
    if char == " " or (char.isprintable() and not char.isspace()):
        return char
    errors = "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass"
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", errors))


def _safe(char: str) -> str:
    if char.isprintable() or char in _JOINERS:
        return char
    category = unicodedata.category(char)
    if char in "\t\n\v\f\r\x85" or category in _SPACES:
        return " "
    if category == "Cf":
        return ""
    return _REPLACEMENT
