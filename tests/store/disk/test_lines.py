import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.store.disk.lines import decode_line, encode_line, is_start_of_line
from tests.rows import for_each

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.text(), JSON, max_size=4)


@given(RECORDS)
def test_what_goes_in_comes_out_in_one_line_of_ascii(record: dict[str, object]) -> None:
    line = encode_line(record)
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode_line(line[:-1]) == record


@given(RECORDS, st.data())
def test_no_changed_byte_goes_unnoticed(record: dict[str, object], data: st.DataObject) -> None:
    line = bytearray(encode_line(record)[:-1])
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= data.draw(st.integers(1, 255))
    assert decode_line(bytes(line)) is None


@given(RECORDS, st.data())
def test_half_a_line_is_known_as_one(record: dict[str, object], data: st.DataObject) -> None:
    line = encode_line(record)[:-1]
    half = line[: data.draw(st.integers(1, len(line) - 1))]
    assert decode_line(half) is None
    assert is_start_of_line(half)


@for_each("other", [b"", b"\0\0\0\0", b"hello", b"00000000-{", b"00000000 {\xff"])
def test_what_no_write_of_ours_leaves(other: bytes) -> None:
    assert not is_start_of_line(other)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match=r"not JSON compliant|Out of range"):
        encode_line({"load_kg": number})
