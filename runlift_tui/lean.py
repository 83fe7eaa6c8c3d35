"""Libraries, imported without the parts of theirs that the program never uses.

Textual brings its own command palette with a dozen widgets, tables, markup and what asks a system
for its folders, asyncio the encryption of connections and msgspec what describes types: together
more than a tenth of the time to the first paint.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

LEFT_OUT: dict[str, tuple[str, ...]] = {
    "asyncio": ("ssl", "asyncio.sslproto", "textwrap", "tokenize"),
    "msgspec": ("msgspec.inspect", "msgspec._json_schema", "platform", "typing_extensions"),
    "textual.app": (
        "difflib",
        "ipaddress",
        "mimetypes",
        "platformdirs",
        "rich.panel",
        "rich.table",
        "rich.tree",
        "textual.command",
        "textual.css._help_text",
        "textual.markup",
        "tokenize",
    ),
}
"""The parts that stay out while a library is imported."""
_OPTIONAL = ("ssl", "typing_extensions")
"""Parts without which a library goes on by itself."""


class _LeftOut(ModuleType):
    """Stands for a part: while its library is imported every name in it is an empty class.

    Whoever asks for a name later gets the part's own, and so does who calls such a class: a
    library may have taken a function by its name.
    """

    is_open = True

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if not self.is_open:
            return getattr(import_module(self.__name__), name)

        def called(cls: type, *given: object, **named: object) -> object:
            if cls is not empty or self.is_open:
                return object.__new__(cls)
            return getattr(import_module(self.__name__), name)(*given, **named)

        empty = type(name, (), {"__module__": self.__name__, "__new__": called})
        setattr(self, name, empty)
        return empty

    def close(self) -> None:
        """Forget the empty classes; from now on every name is the part's own."""
        self.is_open = False
        for name in [name for name in vars(self) if not name.startswith("__")]:
            if name != "is_open":
                delattr(self, name)


def bring(library: str) -> None:
    """Import a library without what is left out of it, or whole where it cannot do without.

    A library that is there already stays as it is.

    Args:
        library: One of `LEFT_OUT`.
    """
    before = set(sys.modules)
    if library in before:
        return
    held = {name: None if name in _OPTIONAL else _LeftOut(name) for name in LEFT_OUT[library]}
    held = {name: part for name, part in held.items() if name not in before}
    sys.modules.update(held)  # type: ignore[arg-type]
    try:
        import_module(library)
    except Exception:
        # Another version may need more of it than empty classes.
        for name in sys.modules.keys() - before:
            del sys.modules[name]
    finally:
        for name, part in held.items():
            sys.modules.pop(name, None)
            if part is not None:
                part.close()
