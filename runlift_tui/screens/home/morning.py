"""The answer to whether it was worse the morning after, on its way into the session."""

from collections.abc import Callable

from runlift_tui.core.home.home import HomeFace, with_question
from runlift_tui.core.home.morning import morning_question
from runlift_tui.screens.home.today import Today
from runlift_tui.store.disk.errors import StoreError


class Morning:
    """Asks of the last session until it was answered, or another one came.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(
        self, today: Today, tell: Callable[[str], object], later: Callable[..., object]
    ) -> None:
        """Ask nothing yet.

        Args:
            today: This moment.
            tell: Shows what was done, in a sentence.
            later: Calls, from any thread, what is to be done on the screen's.
        """
        self._today, self._tell, self._later = today, tell, later
        self._answered = False

    @property
    def question(self) -> str:
        """What is asked now; empty for nothing."""
        today = self._today
        if self._answered or today.unfinished is not None or today.store.only_looking:
            return ""
        now = today.now()
        return morning_question(today.facts, now, today.clock.utc_offset_min(now))

    def over(self, face: HomeFace) -> HomeFace:
        """Return home with the question, where there is one."""
        question = self.question
        return with_question(face, question) if question else face

    def action_morning(self, worse: bool) -> None:
        """Write the answer into the session."""
        if not self.question:
            return
        from runlift_tui.core.history.amend import morning_words, with_morning
        from runlift_tui.core.history.amendment import Amendment

        store, last = self._today.store, self._today.facts.last
        try:
            newest = next(store.past.documents(1), None)
        except StoreError as error:
            self._tell(error.what)
            return
        if newest is None or last is None or newest.get("id") != last.id:
            return
        self._answered = True
        self._tell("")
        amending, change = store.amending(), Amendment(newest, with_morning(newest, worse))
        amending.keep(change, lambda _: None)
        told = f"The morning after: {morning_words(worse)}"
        store.acts.did("history", ("sessions", change.id), change.before, change.after, told)
        amending.fold(lambda why: self._later(self._kept, why, worse))

    def _kept(self, why_not: str, worse: bool) -> None:
        """Plan by the answer from now on."""
        self._today.facts = self._today.store.facts()
        said = "No jumps until a session with pain 0-2 is typed." if worse else "Good."
        self._tell(why_not or said)
