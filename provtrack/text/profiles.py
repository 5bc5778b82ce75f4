"""Normalisation profiles: views of a text for matching, each with an exact map back.

A profile is a named, ordered list of steps. A step replaces stretches of the text; the map follows
every replacement, so that each code point of the normalised text knows the stretch of the recorded
text it came from. The recorded text itself is never altered. Forms of Unicode: Unicode Standard
Annex #15. Entry point: `normalise`; what each step replaces stands in `text.foldings`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provtrack.model.text import Span
from provtrack.text.foldings import Replacement, Step, replacements_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named, ordered list of steps.

    Attributes:
        private_use: Signs of a font's private use area with what they stand for, for texts that
            need it: (("\\ue001", "ct"), ...). Such signs are kept where none is given.
    """

    name: str
    steps: tuple[Step, ...]
    private_use: tuple[tuple[str, str], ...] = ()


EXACT = Profile(name="exact", steps=())
READING = Profile(
    name="reading",
    steps=(Step.INVISIBLE, Step.NFC, Step.QUOTES, Step.DASHES, Step.ELLIPSES, Step.SPACES),
)
MATCHING = Profile(
    name="matching",
    # Letters first: marks that go away leave quotation marks and dashes side by side.
    steps=(
        *(Step.INVISIBLE, Step.NFC, Step.LIGATURES, Step.CASE, Step.MARKS, Step.YO, Step.NFC),
        *(Step.QUOTES, Step.DASHES, Step.ELLIPSES, Step.SPACES),
    ),
)
PROFILES = {profile.name: profile for profile in (EXACT, READING, MATCHING)}


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalisedText:
    """A normalised text with its map back.

    Attributes:
        text: The normalised text.
        original_length: Code points of the text it was made from.
        starts, ends: For each code point of `text`, the stretch of the original it came from.
            Neither decreases; together the stretches hold the whole original. What a step took
            away belongs to the code point before it (at the beginning, to the one after).
    """

    text: str
    original_length: int
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)

    def origin(self, start: int, end: int) -> Span:
        """Give the stretch of the original that [start, end) of the normalised text came from.

        An empty stretch has an empty origin; the whole has the whole, even if nothing is left.

        Raises:
            IndexError: Not a stretch of the normalised text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"[{start}, {end}) is not in a text of {len(self.text)} code points")
        if start == 0 and end == len(self.text):
            return Span(0, self.original_length)
        if start == end:
            position = self.starts[start] if start < len(self.text) else self.original_length
            return Span(position, position)
        return Span(self.starts[start], self.ends[end - 1])


def normalise(text: str, profile: Profile = READING) -> NormalisedText:
    """Make the view of a text that a profile describes.

    Cost: linear in the text for each step; a step that finds nothing to replace costs its search.
    """
    view = NormalisedText(
        text=text,
        original_length=len(text),
        starts=range(len(text)),
        ends=range(1, len(text) + 1),
    )
    if profile.private_use:
        view = _replaced(view, _private_use(text, dict(profile.private_use)))
    for step in profile.steps:
        view = _replaced(view, replacements_of(step, view.text))
    return view


def _private_use(text: str, meanings: dict[str, str]) -> list[Replacement]:
    return [
        (position, position + 1, meanings[sign])
        for position, sign in enumerate(text)
        if sign in meanings
    ]


def _replaced(view: NormalisedText, replacements: Iterable[Replacement]) -> NormalisedText:
    """Replace stretches of a view, given in order and without overlap, and carry its map on."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    taken_away: int | None = None  # where the original begins of what stood before all that is left
    position = 0
    for start, end, new in replacements:
        pieces += (view.text[position:start], new)
        starts += view.starts[position:start]
        ends += view.ends[position:start]
        if new:
            starts += [view.starts[start]] * len(new)
            ends += [view.ends[end - 1]] * len(new)
        elif ends:
            ends[-1] = view.ends[end - 1]
        else:
            taken_away = 0
        if taken_away is not None and starts:
            starts[0] = taken_away
        position = end
    if position == 0:
        return view
    pieces.append(view.text[position:])
    starts += view.starts[position:]
    ends += view.ends[position:]
    if taken_away is not None and starts:
        starts[0] = taken_away
    return NormalisedText(
        text="".join(pieces), original_length=view.original_length, starts=starts, ends=ends
    )
