"""Edits to changes: kind, significance, nature, rule, confidence, explanation.

Form is asked for before sense: a change is accidental only where a rule proves that both readings
are the same words, names or values in another form; in doubt it is substantive. Figures and dates
are compared by value, and edits inside one date are judged together. Entry point: `classify`.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.comparison import Change, Reading
from provtrack.model.edits import Edit, EditKind, Place
from provtrack.model.names import ACCIDENTAL_NATURES, ChangeKind, Nature, Significance
from provtrack.taxonomy.balance import doubt_balanced
from provtrack.taxonomy.brackets import is_insertion
from provtrack.taxonomy.cases import BREAKS, Case, case_of, joined, spanning, whole_date
from provtrack.taxonomy.dates import is_valued
from provtrack.taxonomy.exchanges import tell_exchanged
from provtrack.taxonomy.forms import form_of
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.moved_negations import tell_moved_negations
from provtrack.taxonomy.ruling import Ruling
from provtrack.taxonomy.senses import sense_of
from provtrack.taxonomy.time_senses import other_length
from provtrack.taxonomy.voices import voice_of, voice_rows
from provtrack.taxonomy.worth import value_ruling
from provtrack.text.language_rules import LanguageRules, rules_of

_PLAIN = (EditKind.DELETE, EditKind.INSERT, EditKind.REPLACE)
_FORMS_OF_SEVERAL_WORDS = (
    Nature.CASE,
    Nature.NAME_FORM,
    Nature.ABBREVIATION,
    Nature.HYPHENATION,
)
_SENSES_OF_TERMS = (Nature.MODALITY, Nature.QUANTIFIER, Nature.ATTRIBUTION)
_MADE_ANEW = 2  # words of sense on each side, beside which a figure of one side says little
_LONGEST_ROW = 8  # neighbours judged together
_GRAVITY = (
    Nature.NEGATION,
    Nature.FIGURE,
    Nature.DATE,
    Nature.NAME,
    Nature.MODALITY,
    Nature.QUANTIFIER,
    Nature.ATTRIBUTION,
    Nature.QUOTATION,
    Nature.TENSE,
)


def classify(
    edits: Sequence[Edit],
    base: Sequence[str],
    witness: Sequence[str],
    *,
    positions: tuple[Sequence[int], Sequence[int]],
    language: str = "und",
) -> tuple[Change, ...]:
    """Say of each edit what kind of change it is.

    Args:
        base, witness: The paragraphs of the bead on each side.
        positions: Their positions in the base and in the witness.
        language: BCP 47, of both sides; an unknown one gets the kinds that need no language.

    Returns:
        Changes in the order of the edits. Edits inside one date that both sides have become one.
    """
    rules = rules_of(language)
    cases = [case_of(edit, base, witness, rules) for edit in edits]
    changes = []
    moves = [case for case in cases if case.edit.kind is EditKind.MOVE]
    for row, voice in _by_voice(cases, base, witness, rules):
        if voice:
            changes.append(_change(row[0], voice, (base, witness), positions, language))
            continue
        for group in _groups(row, moves):
            for judged, ruling in _ruled(group, base, witness, rules):
                case = judged
                if ruling.nature is Nature.DATE_FORM:
                    case = whole_date(judged, edits, base, witness)
                changes.append(_change(case, ruling, (base, witness), positions, language))
    told = tell_exchanged(changes, base, positions[0], language=language)
    told = tell_moved_negations(told, base, positions[0], language=language)
    return doubt_balanced(told, base, positions[0], language=language)


def _by_voice(
    cases: list[Case], base: Sequence[str], witness: Sequence[str], rules: LanguageRules
) -> Iterator[tuple[list[Case], Ruling | None]]:
    """Join the edits of a sentence that was turned from active to passive; give the rest as is."""
    at = 0
    for start, end in voice_rows(cases, rules):
        whole = spanning(cases[start:end], base, witness, rules)
        ruling = voice_of(whole.hunk)
        others = (*cases[:start], *cases[end:])
        if ruling and not any(whole.covers(other) for other in others):
            yield cases[at:start], None
            yield [whole], ruling
            at = end
    yield cases[at:], None


def _groups(cases: Sequence[Case], moves: Sequence[Case]) -> Iterator[list[Case]]:
    """Put neighbours together that touch one value, or each other, and that no moved words part."""
    group: list[Case] = []
    for case in cases:
        last = group[-1] if group else None
        if last and not (
            _is_plain(last)
            and _is_plain(case)
            and last.goes_with(case)
            and not any(move.parts(last, case) for move in moves)
        ):
            yield group
            group = []
        group.append(case)
    if group:
        yield group


def _is_plain(case: Case) -> bool:
    return case.edit.kind in _PLAIN


def _ruled(
    group: list[Case], base: Sequence[str], witness: Sequence[str], rules: LanguageRules
) -> Iterator[tuple[Case, Ruling]]:
    """Judge the edits of a group: together where they are one form or value, else one by one."""
    start = 0
    while start < len(group):
        for end in range(min(len(group), start + _LONGEST_ROW), start + 1, -1):
            parts = group[start:end]
            whole = joined(parts, base, witness, rules)
            ruling = _joint_ruling(whole, parts)
            if ruling:
                yield whole, ruling
                start = end
                break
        else:
            yield group[start], _ruling(group[start])
            start += 1


def _joint_ruling(whole: Case, parts: list[Case]) -> Ruling | None:
    """Judge neighbours as one change, if only together they show what they are."""
    ends = parts[0], parts[-1]
    if any(part.has_words() for part in parts) and any(map(_is_mark_alone, ends)):
        return None
    if whole.old or whole.new:
        ruling = value_ruling(whole.hunk, whole.old, whole.new)
        if ruling and ruling.nature in ACCIDENTAL_NATURES:
            return ruling
        is_one_value = len(whole.old) == len(whole.new) == 1
        if ruling and is_one_value and all(map(_is_value_or_length, parts)):
            return ruling
        return None
    if not all(map(Case.touches, parts, parts[1:])):
        return None
    return _form_of_all(whole.hunk, parts) or _sense_of_all(whole.hunk, parts)


def _is_value_or_length(part: Case) -> bool:
    """Tell whether an edit touches a value, or is the length of time a figure counts."""
    return bool(part.old or part.new) or other_length(part.hunk) is not None


def _is_mark_alone(case: Case) -> bool:
    """Tell whether an edit is a mark for another mark, in no value: 4; and four,"""
    is_plain = bool(case.hunk.old.strip()) and bool(case.hunk.new.strip())
    return is_plain and not (case.has_words() or case.old or case.new)


def _form_of_all(hunk: Hunk, parts: list[Case]) -> Ruling | None:
    """Find one form that neighbours have only together: a name, an abbreviation, a hyphen."""
    form = form_of(hunk)
    have_words = [part.has_words() for part in parts]
    if form is None:
        is_name = all(part.hunk.old[:1].isupper() and part.hunk.new[:1].isupper() for part in parts)
        rulings = [form_of(part.hunk) for part in parts] if is_name else []
        if rulings and all(ruling and ruling.nature is Nature.NAME_FORM for ruling in rulings):
            return rulings[0]
        return None
    if form.nature in (Nature.CASE, Nature.HYPHENATION):
        return form if all(have_words) else None
    if form.nature in _FORMS_OF_SEVERAL_WORDS or form.rule == "any-spelling-1":
        return form
    return form if form.nature is Nature.PUNCTUATION and not any(have_words) else None


def _sense_of_all(hunk: Hunk, parts: list[Case]) -> Ruling | None:
    """Find one part of the sense that two neighbours touch together: "hardly any" and "some"."""
    if len(parts) != 2 or not all(part.has_words() for part in parts):
        return None
    if all(_ruling(part).nature is Nature.NEGATION for part in parts):
        sense = sense_of(hunk)
        return sense if sense.nature is Nature.NEGATION else None
    if any(" " in term for term in (*hunk.old_terms, *hunk.new_terms)):
        sense = sense_of(hunk)
        return sense if sense.nature in _SENSES_OF_TERMS else None
    words = (*hunk.old_words, *hunk.new_words)
    is_name = hunk.old_words and hunk.new_words and all(word[0].isupper() for word in words)
    if is_name and not any(_ruling(part).nature in ACCIDENTAL_NATURES for part in parts):
        sense = sense_of(hunk)  # Чжоу Эньлай, Чэнь И
        return sense if sense.nature is Nature.NAME else None
    return None


def _is_form_beside_values(case: Case, form: Ruling) -> bool:
    """Tell whether a form has nothing to do with the values: "г." for "года", other apostrophes."""
    keys = (*case.hunk.old_keys, *case.hunk.new_keys)
    if form.nature is Nature.CASE:
        return _is_same_value(case)
    if form.nature in (Nature.HYPHENATION, Nature.SPACING, Nature.FIGURE):
        return True
    if form.nature is Nature.ABBREVIATION:
        return not any(is_valued(key, case.hunk.rules.language) for key in keys)
    return form.nature is Nature.PUNCTUATION and case.hunk.old_keys == case.hunk.new_keys != ()


def _is_same_value(case: Case) -> bool:
    """Tell a month in other capitals (Février) from a word that looks like one (May, may)."""
    return [value.worth for value in case.old] == [value.worth for value in case.new]


def _ruling(case: Case) -> Ruling:
    """Judge one edit."""
    if case.edit.kind in BREAKS:
        verb = "ends" if case.edit.kind is EditKind.SPLIT else "does not end"
        return Ruling(
            Nature.PARAGRAPH_BREAK, "any-paragraph-break-1", 1.0, f"the paragraph {verb} here"
        )
    if case.edit.kind is EditKind.RECAST:
        return Ruling(Nature.RECAST, "any-recast-1", 0.7, _mentioned("recast", sense_of(case.hunk)))
    if not (case.old or case.new):
        return form_of(case.hunk) or sense_of(case.hunk)
    form = form_of(case.hunk)
    if form and (form.nature is Nature.BRACKET or _is_form_beside_values(case, form)):
        return form
    ruling = value_ruling(case.hunk, case.old, case.new)
    if ruling is None or _is_beside_the_point(case):
        return form_of(case.hunk) or sense_of(case.hunk)
    if ruling.nature in ACCIDENTAL_NATURES:
        return ruling
    sense = sense_of(case.hunk)
    is_lone = not (case.hunk.old_words and case.hunk.new_words)
    if sense.nature is Nature.NEGATION or (is_lone and sense.nature is Nature.CONTENT):
        return sense if _has_more(case) or sense.nature is Nature.NEGATION else ruling
    return ruling


def _is_beside_the_point(case: Case) -> bool:
    """Tell whether a value that one side has stands among words made anew on both sides.

    "responded a second time" against "the servant affirmed"; but "two hundred" against "several".
    """
    if bool(case.old) == bool(case.new) or case.hunk.rules.words:
        return False
    rules, values = case.hunk.rules, (*case.old, *case.new)
    valued = {key for value in values for key in value.text.casefold().split()}
    return all(
        sum(key not in rules.function_words and key not in valued for key in keys) >= _MADE_ANEW
        for keys in (case.hunk.old_keys, case.hunk.new_keys)
    )


def _has_more(case: Case) -> bool:
    """Tell whether a one-sided change holds more words than its figures and light ones."""
    keys = (*case.hunk.old_keys, *case.hunk.new_keys)
    inside = sum(len(value.text.split()) for value in (*case.old, *case.new))
    heavy = [key for key in keys if key not in case.hunk.rules.function_words]
    return len(heavy) > inside + 1


def _mentioned(what: str, sense: Ruling) -> str:
    if sense.nature is Nature.NEGATION:
        return f"{what}; in it: {sense.explanation}"
    return what


def _change(
    case: Case,
    ruling: Ruling,
    paragraphs: tuple[Sequence[str], Sequence[str]],
    positions: tuple[Sequence[int], Sequence[int]],
    language: str,
) -> Change:
    """Make the change, with the changes inside it where words have moved."""
    edit = case.edit
    inside: tuple[Change, ...] = ()
    if edit.kind is EditKind.MOVE:
        inside = classify(edit.inside, *paragraphs, positions=positions, language=language)
        ruling = _moved(inside)
    explanation = ruling.explanation
    if explanation and ruling.nature not in ACCIDENTAL_NATURES and case.hunk.is_quoted:
        explanation += ", inside quotation marks"
    if explanation and ruling.nature not in ACCIDENTAL_NATURES and is_insertion(case.hunk):
        explanation += ", in square brackets"
    accidental = ruling.nature in ACCIDENTAL_NATURES
    return Change(
        kind=_kind(edit),
        significance=Significance.ACCIDENTAL if accidental else Significance.SUBSTANTIVE,
        nature=ruling.nature,
        rule=ruling.rule,
        confidence=ruling.confidence,
        explanation=explanation,
        base=_reading(edit.base, case.hunk.old, positions[0]),
        witness=_reading(edit.witness, case.hunk.new, positions[1]),
        inside=inside,
    )


def _moved(inside: Sequence[Change]) -> Ruling:
    """Judge moved words by the gravest change inside them."""
    grave = [change for change in inside if change.significance is Significance.SUBSTANTIVE]
    if not grave:
        return Ruling(Nature.RECAST, "any-move-1", 0.9, "moved")
    known = [change for change in grave if change.nature in _GRAVITY]
    worst = min(known, key=lambda change: _GRAVITY.index(change.nature)) if known else grave[0]
    said = worst.explanation or f"{worst.base.text.strip()} against {worst.witness.text.strip()}"
    return Ruling(worst.nature, worst.rule, worst.confidence, f"moved; in it: {said}")


def _kind(edit: Edit) -> ChangeKind:
    if edit.kind is EditKind.MOVE:
        return ChangeKind.TRANSPOSITION
    old_is_empty = edit.base.start == edit.base.end
    new_is_empty = edit.witness.start == edit.witness.end
    if edit.kind is EditKind.SPLIT:
        return ChangeKind.ADDITION if old_is_empty else ChangeKind.SUBSTITUTION
    if edit.kind is EditKind.MERGE:
        return ChangeKind.OMISSION if new_is_empty else ChangeKind.SUBSTITUTION
    if old_is_empty:
        return ChangeKind.ADDITION
    return ChangeKind.OMISSION if new_is_empty else ChangeKind.SUBSTITUTION


def _reading(place: Place, text: str, positions: Sequence[int]) -> Reading:
    return Reading(
        paragraph=positions[place.paragraph], start=place.start, end=place.end, text=text
    )
