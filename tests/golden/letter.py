"""An invented letter for tests of the report: two versions woven from one text with its changes.

``⟦nature|words of the base|words of the witness⟧`` marks a change; ``⟦moved|...⟧`` a clause that
stands in another place. Nothing here is historical.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from provtrack.model.comparison import (
    Change,
    Collation,
    ComparedBead,
    ComparedVersion,
    Comparison,
    Coverage,
    Query,
    Reading,
)
from provtrack.model.document import (
    Agent,
    Derivation,
    Document,
    PrintedDate,
    PrintedField,
    Rights,
    Title,
    Unheld,
    Version,
)
from provtrack.model.names import (
    ACCIDENTAL_NATURES,
    AgentKind,
    ChangeKind,
    Extent,
    Nature,
    Role,
    Severity,
    Significance,
    VersionKind,
)

WOVEN = re.compile(r"⟦([a-z-]+)\|([^|]*)\|([^⟧]*)⟧")

LETTER = (
    "Port Amsel, ⟦date-form|3 March 1911|March 3, 1911⟧. Sir, I have ⟦content|the |⟧honour to "
    "report on my ⟦spelling|talk|talk⟧ with the harbour master, Mr. ⟦name-form|Tchaikin|Chaykin⟧.",
    "He ⟦negation|does not believe|believes⟧ that the company ⟦modality|can|will⟧ pay, and he "
    "named a debt of ⟦figure|12,500|1,250⟧ crowns⟦punctuation|;|,⟧ due on ⟦date|4|14⟧ April.",
    "⟦attribution|In his words, the|The⟧ ⟦spelling|harbour|harbor⟧ was ⟦quantifier|almost|⟧ "
    "empty; ⟦tense|stands|stood⟧ there ⟦name|the Aurelia|the Amalia⟧ "
    "⟦quotation|“alone and unlit”|alone and unlit⟧, as ⟦case|The|the⟧ pilots say.",
    "Nothing is altered in this paragraph. It stands in both versions, word for word.",
    "⟦wording|I beg you to keep this letter from the papers|Please do not show this letter to the "
    "press⟧, ⟦hyphenation|to-day|today⟧ ⟦bracket|[and]|and⟧ later⟦spacing|  |  ⟧on. The "
    "⟦figure-form|two|2⟧ clerks ⟦abbreviation|Mr.|Mister⟧ Holm and Vey know of it.",
)


def woven(text: str, paragraph: int) -> tuple[str, str, tuple[Change, ...]]:
    """Take a marked paragraph apart into base, witness and the changes between them."""
    base, witness, last = "", "", 0
    changes = []
    for found in WOVEN.finditer(text):
        base += text[last : found.start()]
        witness += text[last : found.start()]
        nature, old, new = Nature(found[1]), found[2], found[3]
        if old != new:
            changes.append(
                change(nature, (paragraph, len(base), old), (paragraph, len(witness), new))
            )
        base += old
        witness += new
        last = found.end()
    return base + text[last:], witness + text[last:], tuple(changes)


def change(nature: Nature, base: tuple[int, int, str], witness: tuple[int, int, str]) -> Change:
    """Make a change from (paragraph, start, words) on both sides."""
    if not base[2]:
        kind = ChangeKind.ADDITION
    elif not witness[2]:
        kind = ChangeKind.OMISSION
    else:
        kind = ChangeKind.SUBSTITUTION
    return Change(
        kind=kind,
        significance=Significance.ACCIDENTAL
        if nature in ACCIDENTAL_NATURES
        else Significance.SUBSTANTIVE,
        nature=nature,
        rule=f"en-{nature.value}-1",
        confidence=0.9,
        explanation=EXPLANATIONS.get(nature, ""),
        base=reading(*base),
        witness=reading(*witness),
    )


EXPLANATIONS = {
    Nature.NEGATION: "The negation is gone: this reverses the sense.",
    Nature.FIGURE: "12500 ≠ 1250",
    Nature.NAME_FORM: "Another romanisation of the same name.",
}


def reading(paragraph: int, start: int, text: str) -> Reading:
    """Make a reading that begins at a code point of a paragraph."""
    return Reading(paragraph=paragraph, start=start, end=start + len(text), text=text)


def version(siglum: str | None, paragraphs: Sequence[str], **fields: object) -> ComparedVersion:
    """Make a version of the invented letter."""
    known: dict[str, object] = {
        "name": siglum,
        "siglum": siglum,
        "document": "port-amsel-1911",
        "revision": 1,
        "language": "en",
        "kind": VersionKind.TRANSLATION,
        "extent": Extent.COMPLETE,
        "head": hashlib.sha512(b"port-amsel-1911").hexdigest(),
        "text_sha256": hashlib.sha256("\n\n".join(paragraphs).encode()).hexdigest(),
    }
    return ComparedVersion(paragraphs=tuple(paragraphs), **(known | fields))  # type: ignore[arg-type]


def compared(
    witness: ComparedVersion, beads: Sequence[ComparedBead], **fields: object
) -> Comparison:
    """Make the comparison of a witness."""
    known = {name: getattr(witness, name) for name in ComparedVersion.__dataclass_fields__}
    return Comparison(**known, beads=tuple(beads), **fields)  # type: ignore[arg-type]


def bead(base: Sequence[int], witness: Sequence[int], **fields: object) -> ComparedBead:
    """Make a bead, sure and much alike unless told otherwise."""
    known: dict[str, object] = {"confidence": 0.98, "similarity": 0.93}
    return ComparedBead(base=tuple(base), witness=tuple(witness), **(known | fields))  # type: ignore[arg-type]


def _pairs() -> Iterator[tuple[str, str, tuple[Change, ...]]]:
    for position, text in enumerate(LETTER):
        yield woven(text, position)


def two_translations() -> Collation:
    """Two English translations that differ in every nature, with moved and unmatched paragraphs."""
    pairs = list(_pairs())
    base = [pair[0] for pair in pairs]
    witness = [pair[1] for pair in pairs]
    # § 6 is split in the witness; § 7 is only in the base, § 8 moved to the front of the end.
    base += [
        "The ice is gone. The first ships are expected within the week.",
        "The lamp on the mole has been mended at the cost of the town.",
        "I remain, Sir, your obedient servant, Ottilie Brand.",
    ]
    witness += [
        "I remain, Sir, your obedient servant, Ottilie Brand.",
        "The ice is gone.",
        "The first ships are expected within the week.",
        "Postscript: the bells rang twice last night.",
    ]
    gone = Reading(paragraph=6, start=0, end=len(base[6]), text=base[6])
    new = Reading(paragraph=8, start=0, end=len(witness[8]), text=witness[8])
    split = Change(
        kind=ChangeKind.ADDITION,
        significance=Significance.ACCIDENTAL,
        nature=Nature.PARAGRAPH_BREAK,
        rule="any-paragraph-break-1",
        confidence=1.0,
        explanation="",
        base=Reading(paragraph=5, start=16, end=16, text=""),
        witness=Reading(paragraph=6, start=16, end=16, text=""),
    )
    beads = [
        bead([n], [n], changes=pair[2], similarity=1.0 if not pair[2] else 0.91)
        for n, pair in enumerate(pairs)
    ]
    evidence = ("12 words in common, 4 of them rare", "the name Vey", "the figure 2")
    beads[4] = bead(
        [4], [4], changes=pairs[4][2], similarity=0.55, confidence=0.61, evidence=evidence
    )
    omitted = change(Nature.CONTENT, (6, 0, gone.text), (0, 0, ""))
    added = change(Nature.CONTENT, (0, 0, ""), (8, 0, new.text))
    beads += [
        bead([5], [6, 7], changes=(split,)),
        bead([6], [], changes=(omitted,), similarity=0.0),
        bead([7], [5], transposed=True, similarity=1.0),
        bead([], [8], changes=(added,), similarity=0.0),
    ]
    return Collation(
        base=version("E1", base, agents=(translator("Ines Corvo"),)),
        witnesses=(compared(version("E2", witness, agents=(translator("Paul Ashdown"),)), beads),),
        settings=(("lexicon", "none"), ("paragraphs", "blank-line")),
        program="provtrack 0.1.0",
    )


def translator(name: str) -> Agent:
    """A named translator."""
    return Agent(name=name, role=Role.TRANSLATED, kind=AgentKind.PERSON)


def document() -> Document:
    """The invented letter as a document."""
    return Document(
        id="port-amsel-1911",
        titles=(Title(text="Letter on the harbour of Port Amsel", language="en"),),
        date=PrintedDate(edtf="1911-03-03", verbatim="3 March 1911"),
        references=("Stadtarchiv Amsel, f. 12, op. 3, d. 40, ll. 120-12",),
        type="letter",
        rights=(Rights(text="Written for tests of provtrack; free to use."),),
        printed_fields=(PrintedField(name="Record ID", value=None),),
        invented=True,
    )


def stored_versions() -> tuple[Version, ...]:
    """The versions of the invented letter as a store has them."""
    original = Unheld(description="original", reference=document().references[0])
    copy = Unheld(
        description="copy, form not stated",
        agents=(Agent(name="James Oriel", role=Role.OBTAINED, kind=AgentKind.PERSON),),
        derived_from=(original,),
    )
    common = {"text_sha256": "0" * 64}
    return (
        Version(
            siglum="R",
            kind=VersionKind.TRANSCRIPTION,
            language="ru",
            agents=(
                Agent(
                    name="Tesseract",
                    role=Role.RECOGNISED,
                    kind=AgentKind.PROGRAM,
                    program_version="5.3",
                ),
            ),
            derived_from=(Derivation(unheld=copy),),
            **common,
        ),
        Version(
            siglum="E1",
            kind=VersionKind.TRANSLATION,
            language="en",
            agents=(translator("Ines Corvo"),),
            derived_from=(Derivation(version="R@1"),),
            published_in=("Harbour Papers, vol. 2, no. 17",),
            **common,
        ),
        Version(
            siglum="E2",
            kind=VersionKind.TRANSLATION,
            language="en",
            agents=(translator("Paul Ashdown"),),
            derived_from=(Derivation(version="R@1"),),
            **common,
        ),
        Version(
            siglum="S",
            kind=VersionKind.ABSTRACT,
            language="en",
            derived_from=(Derivation(version="E1"),),
            **common,
        ),
    )


def abstract() -> Comparison:
    """An abstract of the letter: clauses that rest on it, one of its own, a query."""
    text = (
        "The writer reports on a debt of the company, named as 12,500 crowns. The harbour was "
        "described as “alone and unlit”. Relations with the town had long been strained. "
        "The company will pay."
    )
    ends = [found.end() for found in re.finditer(r"\.(?= |$)", text)]
    clauses = []
    start = 0
    for end, base in zip(ends, ((1, 0), (2,), (), (1,)), strict=True):
        clause = reading(0, start, text[start:end])
        queries = ()
        if base == (1,):
            queries = (
                Query(
                    topic="modality",
                    severity=Severity.WARNING,
                    sentence="The base says the company “can” pay; the abstract that it “will”.",
                    base=reading(1, 37, "can"),
                    witness=reading(0, text.index("will", start), "will"),
                ),
            )
        clauses.append(Coverage(clause=clause, base=base, confidence=0.9, queries=queries))
        start = end + 1
    return compared(version("S", (text,), kind=VersionKind.ABSTRACT), (), coverage=tuple(clauses))
