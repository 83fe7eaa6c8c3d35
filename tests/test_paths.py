import os
import subprocess
import sys
from pathlib import Path

import pytest

from runlift_tui import paths
from runlift_tui.commands import parser
from runlift_tui.commands.doctor import data_folder
from runlift_tui.paths import DATA_DIR_VARIABLE


def data_dir(option: str | None, environ: dict[str, str]) -> Path:
    return Path(paths.data_dir(option, environ))


def config_file(option: str | None, environ: dict[str, str]) -> Path:
    return Path(paths.config_file(option, environ))


def test_the_option_comes_before_the_variable(tmp_path: Path) -> None:
    environ = {DATA_DIR_VARIABLE: str(tmp_path / "variable")}
    assert data_dir(str(tmp_path / "option"), environ) == tmp_path / "option"
    assert data_dir(None, environ) == tmp_path / "variable"


@pytest.mark.parametrize("option", [None, ""])
@pytest.mark.parametrize("environ", [{}, {DATA_DIR_VARIABLE: ""}])
def test_without_either_the_system_decides(
    option: str | None, environ: dict[str, str], own_home: Path
) -> None:
    folder = data_dir(option, environ)
    assert folder.name == "runlift"
    assert own_home in folder.parents
    file = config_file(option, environ)
    assert (file.parent.name, file.name) == ("runlift", "config.toml")
    assert own_home in file.parents


@pytest.mark.skipif(sys.platform != "linux", reason="XDG variables")
def test_linux_folders_follow_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert data_dir(None, {}) == tmp_path / "data" / "runlift"
    assert config_file(None, {}) == tmp_path / "config" / "runlift" / "config.toml"


def test_settings_lie_in_a_data_folder_that_was_given(tmp_path: Path) -> None:
    assert config_file(str(tmp_path), {}) == tmp_path / "config.toml"
    assert config_file(None, {DATA_DIR_VARIABLE: str(tmp_path)}) == tmp_path / "config.toml"


def test_a_relative_folder_stays_where_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = data_dir("here/../there", {})
    assert folder == tmp_path / "there"


def test_a_tilde_is_the_home(own_home: Path) -> None:
    assert data_dir("~/lifts", {}) == own_home / "lifts"


def test_nothing_is_created(tmp_path: Path, own_home: Path) -> None:
    data_dir(None, {})
    config_file(None, {})
    data_dir(str(tmp_path / "new"), {})
    config_file(str(tmp_path / "new"), {})
    assert os.listdir(own_home) == []
    assert os.listdir(tmp_path) == []


def test_import_pays_for_no_folders() -> None:
    bare = (
        "import sys; import runlift_tui.paths as paths; paths.data_dir('x', {});"
        "paths.config_file('x', {}); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", bare], capture_output=True, check=True)
    assert not {"pathlib", "platformdirs"} & set(done.stdout.decode().split())


@pytest.mark.parametrize(
    "base_prefix",
    [
        r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.2800_x64",
        r"D:\Elsewhere\PythonSoftwareFoundation.Python.3.13_x64",
        r"C:\Users\runner\AppData\Local\Microsoft\WindowsApps",
    ],
)
def test_with_the_stores_python_training_lies_outside_of_its_package(base_prefix: str) -> None:
    found = paths.outside_the_package("win32", base_prefix, {"USERPROFILE": "/users/runner"})
    assert found == os.path.join("/users/runner", "runlift")


@pytest.mark.parametrize(
    ("platform", "base_prefix"),
    [
        ("win32", r"C:\Users\runner\AppData\Local\Programs\Python\Python312"),
        ("win32", r"C:\Users\runner\AppData\Roaming\uv\python\cpython-3.13"),
        ("linux", "/mnt/c/WindowsApps"),
    ],
)
def test_with_any_other_python_it_lies_where_the_system_says(
    platform: str, base_prefix: str
) -> None:
    assert paths.outside_the_package(platform, base_prefix, {"USERPROFILE": "/u"}) == ""


def test_training_in_a_package_is_found(tmp_path: Path) -> None:
    environ = {"LOCALAPPDATA": str(tmp_path)}
    assert paths.in_a_package("win32", environ) == []
    name = "PythonSoftwareFoundation.Python.3.11_qbz5n2kfra8p0"
    left = tmp_path / "Packages" / name / "LocalCache" / "Local" / "runlift"
    left.mkdir(parents=True)
    (tmp_path / "Packages" / "Another_1").mkdir()
    assert paths.in_a_package("win32", environ) == [str(left)]
    assert paths.in_a_package("linux", environ) == []


def test_what_windows_redirects_is_neither_the_data_folder_nor_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = "PythonSoftwareFoundation.Python.3.12_qbz5n2kfra8p0"
    left = tmp_path / "local" / "Packages" / package / "LocalCache" / "Local" / "runlift"
    left.mkdir(parents=True)
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(sys, "base_prefix", rf"C:\Program Files\WindowsApps\{package}")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(parser, "_HERE", ("win32", os.environ))
    monkeypatch.setattr(parser.Parser, "named", None)
    own = str(tmp_path / "me" / "runlift")
    assert paths.data_dir(None, os.environ) == own
    assert paths.config_file(None, os.environ) == os.path.join(own, "config.toml")
    helped = parser.Parser().format_help()
    assert f"Data folder: {own} " in helped
    assert f"Training from before: {left}\n" in helped
    first = next(data_folder.look(own))
    assert f"training lies in {left}, which goes" in first.what
    assert f"move it to {own}" in first.todo
