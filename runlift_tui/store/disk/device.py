"""Which machine this is, and whose a data folder is."""

import json
import os
import sys
import zlib
from contextlib import suppress
from typing import Any

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError, Unreadable

NAME = "device.json"
STATE_VARIABLE = "RUNLIFT_STATE_DIR"
CARRIED = "carried"
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_ID = 8
IN_NAME = 6
"""How many letters of a device's id are in the name of its folder."""
_MOST_BYTES = 100_000
_LONGEST_NAME = 40
_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def machine() -> str:
    """Return what tells this machine, and whoever uses it, from any other: 16 letters.

    Where `RUNLIFT_STATE_DIR` is set, it is a token that is kept there. It is empty where the
    system's own cannot be read now: that says nothing, least of all that this is another machine.
    """
    state = os.environ.get(STATE_VARIABLE)
    try:
        told = _token(state) if state else _machine_id()
    except (OSError, Unreadable):
        return ""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    text = f"{told}/{user}".encode("utf-8", "replace")
    return f"{zlib.crc32(text):08x}{zlib.crc32(text[::-1], 0x5EED):08x}"


def _token(state: str) -> str:
    """Return the token in a state folder; it is made where there is none and one can be kept.

    Raises:
        Unreadable: there is one, which cannot be read now.
    """
    path = os.path.join(os.path.abspath(os.path.expanduser(state)), "machine")
    found = files.read_whole(path, _MOST_BYTES)
    if found:
        return found.decode("ascii", "replace").strip()
    with suppress(StoreError):
        files.ensure_folder(os.path.dirname(path))
        token = chance(16)
        files.replace_whole(path, token.encode(), keep_previous=False)
        return token
    return path


def _machine_id() -> str:
    """Return the system's own; the machine's name where it has none.

    Raises:
        OSError: it cannot be read now.
    """
    if of_system := {"darwin": _mac_id, "win32": _windows_id}.get(str(sys.platform)):
        return of_system()
    for path in _MACHINE_IDS:
        with (
            suppress(FileNotFoundError, NotADirectoryError),
            open(path, encoding="ascii", errors="replace") as file,
        ):
            found = file.read(200).strip()
            if found:
                return found
    return host()


def _mac_id() -> str:
    import ctypes

    with suppress(AttributeError):
        uuid = (ctypes.c_ubyte * 16)()
        wait = (ctypes.c_long * 2)(1, 0)
        if ctypes.CDLL(None).gethostuuid(uuid, wait):
            raise TimeoutError
        return bytes(uuid).hex()
    return host()


def _windows_id() -> str:
    import importlib

    winreg: Any = importlib.import_module("winreg")
    with suppress(FileNotFoundError):
        place = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return host()


def host() -> str:
    """Return what this machine is called in its network."""
    if hasattr(os, "uname"):
        return str(os.uname().nodename)
    return os.environ.get("COMPUTERNAME", "")


def chance(length: int) -> str:
    """Return letters by chance."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(length))


def new_device() -> str:
    """Return an id by chance for a device."""
    return chance(_ID)


def plain_name(name: str) -> str:
    """Return a name of a machine in letters that every file system takes; "machine" for none."""
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in name.lower())
    parts = [part for part in plain.split("-") if part]
    return "-".join(parts)[:_LONGEST_NAME].strip("-") or "machine"


def folder_name(name: str, device: str) -> str:
    """Return the name of a machine's folder in the carried one."""
    return f"{name}-{device[:IN_NAME]}"


class Device:
    """The `device.json` of a data folder: which machine writes here, and through what it syncs."""

    def __init__(self, folder: str) -> None:
        """Name it; nothing is read yet.

        Args:
            folder: The data folder.
        """
        self.folder = folder
        self.path = os.path.join(folder, NAME)
        self._known: Document | None = None
        self._is_damaged = False
        self.told: list[str] = []
        """What was found damaged and put right, a sentence each."""

    def load(self) -> Document:
        """Return what it says; empty where there is none, or none that can be read."""
        with suppress(StoreError):
            return self._read()
        return {}

    def _read(self) -> Document:
        """Return what it says, and remember it.

        Raises:
            Unreadable: there is one, which cannot be read now: it is not to be written over.
        """
        if self._known is None:
            data = files.read_whole(self.path, _MOST_BYTES)
            self._known = _said(data)
            self._is_damaged = data is not None and not self._known
            if self._is_damaged:
                self._known = read(self.path)
        return self._known

    def forget(self) -> None:
        """Read it anew the next time."""
        self._known = None

    @property
    def id(self) -> str:
        """The device's id; empty where there is none yet."""
        return str(self.load().get("device") or "")

    @property
    def name(self) -> str:
        """What the machine is called."""
        return str(self.load().get("name") or "") or plain_name(host())

    @property
    def names(self) -> dict[str, str]:
        """What this machine and others are called, by their ids."""
        found = self.load().get("names")
        rows = found.items() if isinstance(found, dict) else ()
        return {id_: name for id_, name in rows if isinstance(name, str)}

    @property
    def own(self) -> str:
        """The name of its folder in the carried one."""
        return folder_name(self.name, self.id)

    @property
    def shared(self) -> str:
        """The carried folder; empty while nothing is shared."""
        return str(self.load().get("shared") or "")

    def ensure(self) -> str:
        """Return the device's id, made and kept where there is none; the lock has to be held.

        It is empty where it cannot be kept.
        """
        said, is_damaged = self.load(), self._is_damaged
        if said.get("machine") and not is_damaged:
            return self.id
        with suppress(StoreError):
            said = self._read()
            made = {"device": new_device(), "name": plain_name(host())}
            if here := machine():
                made["machine"] = here
            if {**made, **said} != said or is_damaged:
                self.keep({**made, **said})
            if is_damaged:
                self.told.append(f"{self.path} was damaged and {_MENDED[bool(said)]}.")
        return self.id

    def keep(self, said: Document) -> None:
        """Write what it is to say.

        Raises:
            Unwritable: it still says what it said.
        """
        data = json.dumps(said, allow_nan=False).encode("ascii") + b"\n"
        files.ensure_folder(self.folder)
        files.replace_whole(self.path, data, keep_previous=False)
        self._known, self._is_damaged = said, False
        with suppress(StoreError):
            files.replace_whole(self.path + files.PREVIOUS, data, keep_previous=False)

    def say(self, **more: Any) -> None:
        """Write it with some of it another; None takes a thing out.

        Raises:
            Unreadable, Unwritable: it still says what it said.
        """
        said = {**self._read(), **more}
        self.keep({key: value for key, value in said.items() if value is not None})


_MENDED = {
    True: "is as it was, from its copy",
    False: "made anew: this machine has a new identity, and sync is off until runlift sync on DIR",
}
"""What became of a damaged one, by whether a copy of it stood beside it."""


def read(path: str) -> Document:
    """Return what a `device.json` says, or its copy where that is damaged; empty without either."""
    with suppress(StoreError):
        data = files.read_whole(path, _MOST_BYTES)
        found = _said(data)
        if found or data is None:
            return found
        return _said(files.read_whole(path + files.PREVIOUS, _MOST_BYTES))
    return {}


def _said(data: bytes | None) -> Document:
    try:
        found = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return {}
    is_plain = isinstance(found, dict) and is_device(found.get("device"))
    return found if is_plain else {}


def is_device(value: object) -> bool:
    """Whether a value may be the id of a device."""
    if not isinstance(value, str) or not 6 <= len(value) <= 32:
        return False
    return value.isascii() and value.isalnum() and value == value.lower()


def home_of(folder: str) -> str:
    """Return where this machine keeps its own of a data folder.

    That is the folder itself, unless another machine's `device.json` lies in it: then it is
    carried here by something, or lies on a stick, and has one writer already. Where it does not
    say whose it is, it is kept where it was before.
    """
    from runlift_tui.store.disk.answers import Answering

    path = os.path.join(folder, NAME)
    try:
        data = Answering().ask(path, lambda: _beginning(path))
    except FileNotFoundError:
        return folder
    except OSError:
        return _home_before(folder)
    here = machine()
    if here.encode() in data:
        return folder if here else _home_before(folder, str(read(path).get("device") or ""))
    said = read(path)
    if said.get("machine") in (None, here) or not isinstance(said["machine"], str):
        return folder
    return carried_home(str(said["device"]), here)


def _beginning(path: str) -> bytes:
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | files.FLAGS)
    try:
        return os.read(fd, _MOST_BYTES)
    finally:
        os.close(fd)


def _home_before(folder: str, device: str = "") -> str:
    """Return where this machine kept its own of a folder while it could tell whose that is.

    Args:
        folder: The folder.
        device: Whose it is; empty where that cannot be read.
    """
    with suppress(OSError):
        carried = os.path.join(state_dir(), CARRIED)
        homes = [os.path.join(carried, name) for name in os.listdir(carried)]
        found = [home for home in homes if _is_of(home, folder, device)]
        if len(found) == 1:
            return found[0]
    return folder


def _is_of(home: str, folder: str, device: str) -> bool:
    if device:
        return os.path.basename(home).startswith(f"{device}-")
    return read(os.path.join(home, NAME)).get("shared") == folder


def carried_home(device: str, here: str) -> str:
    """Return where this machine keeps its own of a folder that belongs to another device."""
    return os.path.join(state_dir(), CARRIED, f"{device}-{here}")


def state_dir() -> str:
    """Return the folder of what belongs to this machine alone."""
    state = os.environ.get(STATE_VARIABLE)
    if state:
        return os.path.abspath(os.path.expanduser(state))
    import platformdirs

    return platformdirs.user_state_dir("runlift", appauthor=False)
