"""What the tests of the store share."""

from pathlib import Path

import pytest

from runlift_tui.store.disk.folder import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with all its folders, and nothing in them."""
    made = DataFolder(tmp_path / "data")
    made.create()
    return made
