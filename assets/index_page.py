"""The README as a package index shows it, where no picture and no page lies beside it.

Where `[project.urls]` has a `Source`, on GitHub, pictures and pages are looked for there, at the
version's tag. Until then a page without pictures is truer than one with holes: they are left out,
and what they show is what the words around them say.
"""

import re
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"!\[([^]]*)\]\((?!https?:)([^)#]+)\)")
_PAGE = re.compile(r"(?<!!)\[([^]]*)\]\((?!https?:|#)([^)]+)\)")
_BARE_TABLE = re.compile(r"(?m)^\| *\| *\|\n\|---\|---\|\n(?:\|[ |]*\n)+\n?")


def index_page(readme: str, source: str = "", tag: str = "main") -> str:
    """Return the README with every picture and page at its address, or without them."""
    if source:
        raw = re.sub("^https://github.com/", "https://raw.githubusercontent.com/", source)
        page = _PICTURE.sub(rf"![\1]({raw}/{tag}/\2)", readme)
        return _PAGE.sub(rf"[\1]({source}/blob/{tag}/\2)", page)
    bare = _BARE_TABLE.sub("", _PICTURE.sub("", readme))
    return re.sub("\n{3,}", "\n\n", _PAGE.sub(r"\1", bare))


class IndexPage(MetadataHookInterface):
    """Has the build take the page of the index for the README."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the page where the metadata has its readme."""
        with open(f"{self.root}/README.md", encoding="utf-8") as readme:
            source = metadata.get("urls", {}).get("Source", "")
            version = metadata["version"]
            tag = "main" if "dev" in version else f"v{version}"
            page = index_page(readme.read(), source, tag)
        metadata["readme"] = {"content-type": "text/markdown", "text": page}
