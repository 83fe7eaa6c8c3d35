"""Days and times as phones write them, months in the phone's language."""

import pytest

from runlift_tui.exchange.times import Unclear, day_leads, moment
from tests.rows import for_each

_SPRING, _NOON, _LATE = "2026-03-02 18:05:00", "2026-03-02 12:00:00", "2026-09-01 18:05:00"


@for_each(
    ("text", "told"),
    [
        *((t, _SPRING) for t in ("2026-03-02 18:05:00", "2026-03-02T18:05", "2 Mar 2026, 18:05")),
        *((t, _SPRING) for t in ("Mar 2, 2026, 6:05 PM", "Mar 2, 2026, 6:05:00\u202fPM")),
        *((t, _SPRING) for t in ("2 mrt 2026, 18:05:00", "02.03.2026, 18:05:00")),
        *((t, _SPRING) for t in ("2. März 2026 um 18:05", "2 de mar. de 2026, 18:05")),
        *((t, _SPRING) for t in ("2 mars 2026 à 18:05", "2 мар. 2026 г., 18:05")),
        *((t, _SPRING) for t in ("2026. márc. 2., 18:05", "2026年3月2日 下午6:05:00")),
        *((t, _SPRING) for t in ("2026. 3. 2. 오후 6:05", "lun. 2 mars 2026, 18:05")),
        *(
            (t, _LATE)
            for t in ("1 sept. 2026, 6:05 p. m.", "1 set 2026, 18:05", "1 wrz 2026, 18:05")
        ),
        *((t, _NOON) for t in ("2026-03-02", "2026/03/02", "2.3.2026", "Mar 2, 2026")),
        ("mar. 3 févr. 2026, 18:05", "2026-02-03 18:05:00"),
        ("2 Mai 2026, 18:05", "2026-05-02 18:05:00"),
        ("2 ago 2026 18:05", "2026-08-02 18:05:00"),
        ("Mar 2, 2026, 12:05:00 AM", "2026-03-02 00:05:00"),
        ("2026-03-02T18:05:00.000Z", "2026-03-02 18:05:00+00:00"),
        ("2026-03-02 18:05:00 +0100", "2026-03-02 18:05:00+01:00"),
        *((t, None) for t in ("31 Feb 2026, 18:05", "20260302", "yesterday", "", "0001-01-01")),
    ],
)
def test_a_moment(text: str, told: str | None) -> None:
    found = moment(text)
    assert (None if found is None else f"{found[0]}") == told, text
    assert found is None or found[1] == (told == _NOON)


def test_which_number_is_the_month_is_said_or_asked() -> None:
    with pytest.raises(Unclear):
        moment("3/2/2026 6:05 PM")
    assert f"{(moment('3/2/2026 6:05 PM', False) or [''])[0]}" == _SPRING
    assert f"{(moment('2/3/2026 6:05 PM', True) or [''])[0]}" == _SPRING
    assert day_leads(["3/4/2026", "13/4/2026"], "date", "") is True
    assert day_leads(["3/4/2026", "4/13/2026"], "date", "day") is False
    assert day_leads(["3/4/2026"], "date (mm/dd/yyyy)", "") is False
    assert (day_leads(["3/4/2026"], "date", "day"), day_leads([], "date", "")) == (True, None)
