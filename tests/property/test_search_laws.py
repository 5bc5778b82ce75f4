"""Laws of searching: exact words are found, in whatever order and parts texts were added."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.indexing import ReadText, refresh
from provtrack.search import IndexedText, MemoryIndex, locate
from provtrack.search.sought import sought
from provtrack.search.words import words_of

QUICK = settings(max_examples=50, deadline=None)
COMMON = [
    "the",
    "of",
    "ferry",
    "winch",
    "Oder",
    "река",
    "船",
    "barge—",
    "“cable”",
    "naïve",
    "gov-\nern",
]
TEXT = st.lists(
    st.one_of(st.sampled_from(COMMON), st.integers(0, 400).map(lambda number: f"w{number}")),
    min_size=4,
    max_size=60,
).map(" ".join)
ANYTHING = st.text(max_size=200)
SHELVES = st.dictionaries(st.sampled_from("abcdefgh"), TEXT, min_size=1, max_size=6)


class Shelf:
    """A source of texts that can be changed."""

    def __init__(self, texts):
        self.held = dict(texts)

    def texts(self, known):
        return [
            IndexedText(document=name, file=name, fingerprint=text)
            for name, text in self.held.items()
        ]

    def read(self, about):
        text = self.held.get(about.document)
        return None if text is None else ReadText(text)


def index_of(texts):
    return MemoryIndex((IndexedText(document=n, file=n), text) for n, text in texts.items())


@QUICK
@given(texts=SHELVES, data=st.data())
def test_exact_words_are_found_exactly(texts, data):
    """A stretch of four rare words and more is located where it stands, to the code point."""
    name = data.draw(st.sampled_from(sorted(texts)))
    marked = " ".join(f"{name}{at}x {word}" for at, word in enumerate(texts[name].split(" ")))
    texts = texts | {name: marked}
    words = words_of(marked)
    first = data.draw(st.integers(0, len(words) - 4))
    last = data.draw(st.integers(first + 4, len(words)))
    start, end = int(words.starts[first]), int(words.ends[last - 1])
    passage = locate(marked[start:end], index_of(texts))[0].passages[0]
    assert (passage.document, passage.span.start, passage.span.end) == (name, start, end)


@QUICK
@given(texts=SHELVES, wanted=TEXT, order=st.randoms(use_true_random=False))
def test_the_order_in_which_texts_were_added_makes_no_difference(texts, wanted, order):
    """Results are the same whatever order documents were added in."""
    names = list(texts)
    order.shuffle(names)
    shuffled = {name: texts[name] for name in names}
    assert locate(wanted, index_of(texts)) == locate(wanted, index_of(shuffled))


@QUICK
@given(before=SHELVES, after=SHELVES, wanted=TEXT)
def test_a_refreshed_index_answers_as_one_made_anew(before, after, wanted, tmp_path_factory):
    """refresh == rebuild."""
    folder = tmp_path_factory.mktemp("index")
    shelf = Shelf(before)
    refresh(folder, shelf)
    shelf.held = dict(after)
    refreshed, _ = refresh(folder, shelf)
    anew, _ = refresh(None, shelf)
    questions = [wanted, *after.values(), *(text[: len(text) // 2] for text in before.values())]
    assert [locate(one, refreshed) for one in questions] == [locate(one, anew) for one in questions]


@QUICK
@given(texts=SHELVES, wanted=st.one_of(ANYTHING, st.lists(ANYTHING, max_size=4)))
def test_what_is_found_lies_in_its_text(texts, wanted):
    """Anything may be looked for; spans are in the text, similarities from 0 to 1."""
    for one in locate(wanted, index_of(texts)):
        assert all(place.span.end <= len(texts[place.document]) for place in one.passages)
        assert 0 <= one.similarity <= 1


PLAIN = st.text(alphabet="abcXYZ019 .,-'“”„‘’‚«»–—…§\u00a0\u2009\u202f\n", max_size=80)


@QUICK
@given(text=PLAIN)
def test_plain_words_have_the_same_keys_on_both_ways(text):
    """What is looked for and what is indexed are split alike."""
    assert sought(text).keys == words_of(text).keys.tolist()


@QUICK
@given(text=ANYTHING)
def test_words_stand_in_order_in_their_text(text):
    """Places never decrease, and each word has one."""
    words = words_of(text)
    places = [at for pair in zip(words.starts, words.ends, strict=True) for at in pair]
    assert all(
        0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True)
    )
    assert list(words.starts) == sorted(words.starts)
    assert len(places) == 2 * len(words)
