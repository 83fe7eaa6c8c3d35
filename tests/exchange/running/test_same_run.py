"""One outing, however often it was recorded, and in whichever format."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.exchange.known import Known
from runlift_tui.exchange.running.same import RunSpan, is_same, one_of_each
from tests.exchange.fits import run_file
from tests.exchange.reading import taken
from tests.exchange.running.test_run_files import activity, gpx, tcx, track

DAY = date(2026, 3, 2)


def span(begun: float | None, seconds: float | None, metres: float | None = None) -> RunSpan:
    return RunSpan(DAY, begun, metres, seconds)


def test_half_of_the_shorter_one() -> None:
    assert is_same(span(0, 600), span(290, 600))
    assert not is_same(span(0, 600), span(310, 600))
    assert is_same(span(0, 6000), span(5900, 190))
    assert not is_same(span(0, 6000), span(5900, 210))
    assert is_same(span(None, 600), span(5000, 610))
    assert is_same(span(None, None, 5000), span(5000, 900, 5100))
    assert not is_same(span(None, 600), span(5000, 630))


def test_the_same_run_across_formats_and_against_a_note() -> None:
    fit = taken(run_file())
    known = Known([], [{"id": "a", "day": "2026-03-03", "metres": 3000, "seconds": None}], [])
    assert known.judge(fit).new == 1
    again = known.judge(taken(tcx(activity("2026-03-02T17:05:03Z", "Running", (4950, 1498)))))
    assert (again.new, again.already) == (0, 1)
    noted = known.judge(taken(tcx(activity("2026-03-03T05:00:00Z", "Running", (3050, 1000)))))
    assert (noted.new, noted.already) == (0, 1)
    points = [(0.0, "2026-03-02T17:06:00Z"), (0.04, "2026-03-02T17:28:00Z")]
    assert known.judge(taken(gpx(track("running", points)))).already == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 20_000), st.integers(1, 4000), st.integers(100, 9000)), max_size=30
    )
)
def test_no_two_that_stay_are_one_outing(figures: list[tuple[int, int, int]]) -> None:
    spans = [span(begun, seconds, metres) for begun, seconds, metres in figures]
    kept, left = one_of_each(spans)
    assert sorted([*kept, *left]) == list(range(len(spans)))
    alone = [at for at, again in kept.items() if not again]
    assert not any(is_same(spans[a], spans[b]) for a in alone for b in alone if a < b)
    assert all(spans[stays].size >= spans[at].size for at, stays in left.items())
