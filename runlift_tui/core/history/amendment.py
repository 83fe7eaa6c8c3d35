"""A change of the past as it is kept: what a document was before it, and is after it."""

from msgspec import Struct

from runlift_tui.core.words.documents import Document


class Amendment(Struct, frozen=True):
    """One change of one session, run or trial."""

    before: Document | None
    """As it was; None where there was no such thing."""
    after: Document | None
    """As it is now; None where it was deleted."""
    table: str = "sessions"
    """Where it stands in its year, or stood last."""
    left: str = ""
    """The table that it stood in before, where that was another one."""

    @property
    def id(self) -> str:
        """The document's id."""
        return str((self.after or self.before or {}).get("id"))

    def undone(self) -> "Amendment":
        """Return the change back."""
        if self.left:
            return Amendment(self.after, self.before, self.left, self.table)
        return Amendment(self.after, self.before, self.table)
