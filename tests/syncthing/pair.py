"""Two real Syncthings on one machine, each with a folder: apart, together, and settled."""

import json
import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

_OFF = (
    *("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled"),
    *("crashReportingEnabled", "startBrowser"),
)
_PORTS = (22101, 22102)
_WEB = (18384, 18385)
_WAIT_S = 60.0


def is_there() -> bool:
    """Whether there is a Syncthing to be tried."""
    return shutil.which("syncthing") is not None


class Pair:
    """Both of them; `folders` are what they carry."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self.folders = tuple(self._path / name for name in ("carried-a", "carried-b"))
        self._homes = tuple(self._path / name for name in ("syncthing-a", "syncthing-b"))
        self._ids = [self._generated(home) for home in self._homes]
        self._keys = [self._configured(n) for n in (0, 1)]
        self._running: list[subprocess.Popen[bytes]] = []

    def _generated(self, home: Path) -> str:
        subprocess.run(
            ["syncthing", "generate", f"--home={home}", "--no-default-folder"],
            check=True,
            capture_output=True,
        )
        done = subprocess.run(
            ["syncthing", "--home", str(home), "--device-id"],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip().splitlines()[-1]

    def _configured(self, number: int) -> str:
        path = self._homes[number] / "config.xml"
        text = path.read_text()
        for name in _OFF:
            text = re.sub(f"<{name}>true</{name}>", f"<{name}>false</{name}>", text)
        text = re.sub(r"<urAccepted>.*?</urAccepted>", "<urAccepted>-1</urAccepted>", text)
        for name, value in (("autoUpgradeIntervalH", 0), ("reconnectionIntervalS", 5)):
            text = re.sub(f"<{name}>.*?</{name}>", f"<{name}>{value}</{name}>", text)
        listen = f"<listenAddress>tcp://127.0.0.1:{_PORTS[number]}</listenAddress>"
        text = re.sub(r"<listenAddress>.*?</listenAddress>", listen, text)
        text = re.sub(r"<address>127\.0\.0\.1:\d+</address>", self._web(number), text)
        head, tail = text.split("<device ", 1)
        _, tail = tail.split("</device>", 1)
        text = f"{head}{self._devices()}{self._folder(number)}{tail}"
        path.write_text(text)
        key = re.search(r"<apikey>(.*?)</apikey>", text)
        assert key is not None
        return key[1]

    def _web(self, number: int) -> str:
        return f"<address>127.0.0.1:{_WEB[number]}</address>"

    def _devices(self) -> str:
        return "".join(
            f'<device id="{id_}" name="{port}"><address>tcp://127.0.0.1:{port}</address></device>'
            for id_, port in zip(self._ids, _PORTS, strict=True)
        )

    def _folder(self, number: int) -> str:
        devices = "".join(f'<device id="{id_}"></device>' for id_ in self._ids)
        return (
            f'<folder id="runlift" path="{self.folders[number]}" type="sendreceive" '
            f'fsWatcherEnabled="true" fsWatcherDelayS="1">{devices}'
            "<maxConflicts>10</maxConflicts></folder>"
        )

    def start(self) -> None:
        """Begin with two empty folders."""
        for folder, home in zip(self.folders, self._homes, strict=True):
            shutil.rmtree(folder, ignore_errors=True)
            (folder / ".stfolder").mkdir(parents=True)
            for index in home.glob("index*"):
                shutil.rmtree(index)
            command = ["syncthing", "serve", f"--home={home}", "--no-browser", "--no-restart"]
            env = {**os.environ, "STNORESTART": "1", "GOMAXPROCS": "1"}
            quiet = subprocess.DEVNULL
            argv = [*command, "--no-upgrade"]
            self._running.append(subprocess.Popen(argv, env=env, stdout=quiet, stderr=quiet))
        for number in (0, 1):
            self._until(lambda n=number: bool(self._ask(n, "GET", "system/status")))
        self._until(self._is_connected)

    def stop(self) -> None:
        """End both."""
        for number, process in enumerate(self._running):
            try:
                self._ask(number, "POST", "system/shutdown")
                process.wait(20)
            except (OSError, subprocess.TimeoutExpired):
                process.kill()
                process.wait()
        self._running.clear()

    def apart(self) -> None:
        """Cut the wire between them."""
        for number in (0, 1):
            self._ask(number, "POST", f"system/pause?device={self._ids[1 - number]}")

    def together(self) -> None:
        """Mend it, and wait until both folders say the same."""
        for number in (0, 1):
            self._ask(number, "POST", f"system/resume?device={self._ids[1 - number]}")
        self._until(self._is_connected)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is left to be carried."""
        calm = 0
        ends = time.monotonic() + _WAIT_S
        for number in (0, 1):
            self._ask(number, "POST", "db/scan?folder=runlift")
        while calm < 4 and time.monotonic() < ends:
            calm = calm + 1 if all(map(self._is_calm, (0, 1))) else 0
            time.sleep(0.4)

    def _is_calm(self, number: int) -> bool:
        status = self._ask(number, "GET", "db/status?folder=runlift")
        other = self._ids[1 - number]
        done = self._ask(number, "GET", f"db/completion?folder=runlift&device={other}")
        is_idle = status.get("state") == "idle" and not status.get("needTotalItems")
        return is_idle and done.get("completion") == 100

    def _is_connected(self) -> bool:
        found = self._ask(0, "GET", "system/connections").get("connections", {})
        return bool(found.get(self._ids[1], {}).get("connected"))

    def _until(self, done: Any) -> None:
        ends = time.monotonic() + _WAIT_S
        while time.monotonic() < ends:
            try:
                if done():
                    return
            except OSError:
                pass
            time.sleep(0.3)
        raise RuntimeError("the two Syncthings did not meet")

    def _ask(self, number: int, method: str, what: str) -> dict[str, Any]:
        url = f"http://127.0.0.1:{_WEB[number]}/rest/{what}"
        head = {"X-API-Key": self._keys[number]}
        request = urllib.request.Request(url, method=method, headers=head)
        with urllib.request.urlopen(request, timeout=_WAIT_S) as answer:
            text = answer.read()
        return json.loads(text) if text.strip().startswith(b"{") else {}
