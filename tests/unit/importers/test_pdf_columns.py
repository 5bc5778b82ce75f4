"""Pages of two columns, drawn line beside line, are read one column after the other."""

from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication
from tests.unit.importers.packages import pdf

LEFT = [f"left words of row {number} go on" for number in range(8)]
RIGHT = [f"right words of row {number} go on" for number in range(8)]
OVER = "A heading that goes over both columns of this page, which are below it"


def show(words: str, *, left: int, top: int) -> str:
    return f"BT /F 12 Tf {left} {top} Td ({words}) Tj ET"


def in_rows(left: list[str], right: list[str]) -> str:
    """Two columns drawn line beside line, under a heading."""
    shown = [show(OVER, left=72, top=740)]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        top = 700 - 14 * number
        shown += [show(one, left=72, top=top), show(other, left=310, top=top)]
    return "\n".join(shown)


def read(page: str) -> Publication:
    return read_publication_content(pdf(page), "a.pdf")


def test_columns_drawn_row_by_row_are_read_one_after_the_other():
    file = read(in_rows(LEFT, RIGHT))
    assert file.text.split() == " ".join([OVER, *LEFT, *RIGHT]).split()
    assert file.remarks[0].endswith("Two columns were read one after the other on page 1.")


def test_columns_drawn_one_after_the_other_stay_so():
    shown = [show(one, left=72, top=700 - 14 * number) for number, one in enumerate(LEFT)]
    shown += [show(one, left=310, top=700 - 14 * number) for number, one in enumerate(RIGHT)]
    file = read("\n".join(shown))
    assert file.text.split() == " ".join([*LEFT, *RIGHT]).split()
    assert "Two columns" not in file.remarks[0]


def test_short_words_side_by_side_are_a_table_that_is_read_across():
    names, numbers = [f"mill {n}" for n in range(8)], [f"{n} tons" for n in range(8)]
    file = read(in_rows(names, numbers))
    assert "mill 3 3 tons mill 4 4 tons" in " ".join(file.text.split())


def test_wide_gaps_in_a_few_rows_are_no_columns():
    shown = [show(f"{OVER} {number}", left=72, top=700 - 14 * number) for number in range(9)]
    shown += [show(LEFT[0], left=72, top=500), show(RIGHT[0], left=310, top=500)]
    assert "Two columns" not in read("\n".join(shown)).remarks[0]
