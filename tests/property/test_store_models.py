"""Stored models: ``load(dump(x)) == x`` for each of them (DESIGN §2)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.model.alignment import Alignment, Bead, Pin, PinnedParagraph, StoredAlignment
from provtrack.model.document import Derivation, Document, Notes, Unheld, Version
from provtrack.model.history import Event
from provtrack.model.names import PinKind, SideName
from provtrack.model.stored import dump, load
from provtrack.store.events import event_bytes

QUICK = settings(max_examples=50, deadline=None)

words = st.text(max_size=20)
sigla = st.from_regex(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda siglum: siglum.lower() not in ("con", "prn", "aux", "nul") and len(siglum) > 4
)
slugs = sigla.map(str.lower)
unheld = st.recursive(
    st.builds(Unheld, derived_from=st.just(())),
    lambda inner: st.builds(Unheld, derived_from=st.tuples(inner)),
    max_leaves=3,
)
derivations = st.builds(Derivation, version=st.none(), unheld=unheld) | st.builds(
    Derivation, version=words, unheld=st.none()
)
places = st.lists(st.integers(0, 10**6), min_size=1, max_size=3).map(tuple)
shares = st.integers(0, 10_000).map(lambda share: share / 10_000)
beads = st.builds(
    Bead, base=places, witness=places | st.just(()), confidence=shares, similarity=shares
)
alignments = st.builds(Alignment, beads=st.lists(beads, max_size=3).map(tuple))
pinned = st.builds(PinnedParagraph, sha256=words, position=st.integers(0, 10**6), words=words)
pins = st.builds(
    Pin,
    kind=st.sampled_from([PinKind.MUST_LINK, PinKind.CANNOT_LINK]),
    base=st.lists(pinned, min_size=1, max_size=2).map(tuple),
    witness=st.tuples(pinned),
    locked=st.none(),
) | st.builds(
    Pin,
    kind=st.just(PinKind.LOCKED),
    base=st.just(()),
    witness=st.just(()),
    locked=st.sampled_from(SideName),
)

MODELS = {
    Document: st.builds(Document, id=slugs, format=st.just(1)),
    Version: st.builds(
        Version,
        siglum=sigla,
        format=st.just(1),
        derived_from=st.lists(derivations, max_size=2).map(tuple),
    ),
    Notes: st.builds(Notes, format=st.just(1)),
    Event: st.builds(Event, format=st.just(1), number=st.integers(1, 10**9)),
    StoredAlignment: st.builds(
        StoredAlignment,
        format=st.just(1),
        alignment=alignments,
        pins=st.lists(pins, max_size=2).map(tuple),
    ),
}


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
@QUICK
@given(data=st.data())
def test_stored_model_read_again_is_the_model_written(kind, data):
    model = data.draw(MODELS[kind])
    assert load(kind, dump(model), place="it") == model


@QUICK
@given(event=MODELS[Event])
def test_canonical_event_read_again_is_the_event_written(event):
    assert load(Event, event_bytes(event), place="it") == event


@QUICK
@given(event=MODELS[Event])
def test_canonical_event_is_what_python_writes_with_sorted_keys_and_no_space(event):
    fields = event.model_dump(mode="json")
    plain = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert event_bytes(event) == plain.encode()


def test_alignment_without_pins_is_written_as_before_there_were_pins():
    stored = StoredAlignment(
        base="R@1",
        witness="E1@1",
        base_sha256="0",
        witness_sha256="1",
        program="provtrack",
        alignment=Alignment(beads=(), method="by hand"),
    )
    assert "pins" not in json.loads(dump(stored))
    assert load(StoredAlignment, dump(stored), place="it").pins == ()
