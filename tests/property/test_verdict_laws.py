"""Laws of verdicts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.auditing import Candidate, Cited, judge
from provtrack.model.quotation import Passage, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span

QUICK = settings(deadline=None)
SUBJECTS = ("The harbour master", "Our consul in Tarsk", "The old bridge", "Colonel Varga")
VERBS = ("was seen", "had been warned", "is ready", "will be heard", "has left us")
ENDINGS = ("before the winter", "at the northern gate", "in the year 1921", "with his three sons")


@st.composite
def sentences(draw: st.DrawFn) -> list[str]:
    """Two to five plain statements, none twice."""
    parts = st.tuples(*map(st.sampled_from, (SUBJECTS, VERBS, ENDINGS)))
    rows = draw(st.lists(parts, min_size=2, max_size=5, unique=True))
    return [f"{' '.join(row)}." for row in rows]


def quotation(words: str) -> Quotation:
    return Quotation(span=Span(0, len(words)), text=words, place=QuotationPlace.INLINE)


def candidate(text: str, words: str, document: str = "a") -> Candidate:
    start = text.index(words)
    passage = Passage(document=document, file="a.txt", span=Span(start, start + len(words)))
    return Candidate(passage=passage, text=text, language="en")


@QUICK
@given(statements=sentences(), data=st.data())
def test_a_verbatim_stretch_of_whole_sentences_is_exact(statements, data):
    first = data.draw(st.integers(0, len(statements) - 1))
    last = data.draw(st.integers(first + 1, len(statements)))
    text, words = " ".join(statements), " ".join(statements[first:last])
    assert judge(quotation(words), [candidate(text, words)]).verdict is Verdict.EXACT


@QUICK
@given(statements=sentences(), data=st.data())
def test_a_negated_clause_is_never_faithful(statements, data):
    number = data.draw(st.integers(0, len(statements) - 1))
    verb = next(verb for verb in VERBS if verb in statements[number])
    auxiliary, rest = verb.split(" ", 1)
    changed = statements[number].replace(verb, f"{auxiliary} not {rest}")
    text = " ".join(statements)
    words = " ".join([*statements[:number], changed, *statements[number + 1 :]])
    assert judge(quotation(words), [candidate(text, text)]).verdict is Verdict.DISTORTED
    assert judge(quotation(text), [candidate(words, words)]).verdict is Verdict.DISTORTED


@QUICK
@given(statements=sentences(), data=st.data())
def test_the_judgement_does_not_depend_on_the_order_of_candidates(statements, data):
    text = " ".join(statements)
    others = ("not ready", "seen twice", "gone")
    places = [candidate(text, one, "a") for one in statements]
    places += [candidate(f"{one} {text}", text, f"d{n}") for n, one in enumerate(others)]
    shuffled = data.draw(st.permutations(places))
    words = data.draw(st.sampled_from([text, statements[0], f"{statements[0]} {statements[-1]}"]))
    cited = Cited(document="a")
    assert judge(quotation(words), shuffled, cited=cited) == judge(
        quotation(words), places, cited=cited
    )


@QUICK
@given(words=st.text(max_size=80), source=st.text(min_size=1, max_size=120))
def test_any_two_texts_get_a_verdict(words, source):
    passage = Passage(document="a", file="a.txt", span=Span(0, len(source)))
    place = Candidate(passage=passage, text=source, language="en")
    judgement = judge(quotation(words), [place])
    assert all(one.quoted.end <= len(words) for one in judgement.differences)
    assert all(one.source.end <= len(source) for one in judgement.differences)
