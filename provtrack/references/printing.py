"""References printed in the customary styles, from the parts that were read.

Values are never changed, only their order, labels and the dashes of ranges. Styles: the house's
(general to particular), CWIHP (the same, with credits), Chicago (particular to general; Manual of
Style, 17th ed., 14.222), GOST R 7.0.5-2008; and the text of an EAD `unitid`. Entry points:
`print_house`, `print_cwihp`, `print_chicago`, `print_gost`,
`print_gost_in_latin`, `unitid_of`.
"""

from collections.abc import Mapping, Sequence

from provtrack.model.document import Agent
from provtrack.model.reference import ArchivalReference, Leaves
from provtrack.references.repositories import acronym_of, native_acronym_of

_ORDER = """
    record_group collection series bestand zespol fond opis entry papka lot frc job svazek wiazka
    korob box karton folder file decimal_file record piece delo teczka dosar archival_unit point
    volume part signatur signature item document date year
"""
_LABELS = {
    "fond": "f. ",
    "opis": "op. ",
    "papka": "p. ",
    "delo": "d. ",
    "archival_unit": "a.e. ",
    "volume": "vol. ",
    "part": "part ",
    "record_group": "RG ",
    "entry": "Entry ",
    "lot": "Lot ",
    "frc": "FRC ",
    "job": "Job ",
    "box": "Box ",
    "folder": "Folder ",
    "file": "File ",
    "svazek": "sv. ",
    "point": "b. ",
    "karton": "kart. ",
    "zespol": "z. ",
    "wiazka": "w. ",
    "teczka": "t. ",
    "dosar": "dosar ",
}
_FAMILY_LABELS = {
    "czech": {
        "fond": "",
        "archival_unit": "a.j. ",
        "inventory_number": "inv. č. ",
        "folder": "složka ",
        "item": "č.j. ",
    },
    "hungarian": {"fond": ""},
    "polish": {"volume": "t. "},
    "bundesarchiv": {"volume": "Bd. "},
    "romanian": {"fond": "fond ", "inventory_number": "inv. "},
    "generic": {
        "fond": "Fond ",
        "series": "Series ",
        "item": "Item ",
        "reel": "Reel ",
        "year": "year ",
    },
    "nara": {"file": ""},
    "frus-source-note": {"file": ""},
    "bulgarian": {"archival_unit": "a.e. "},
}
# Hungarian labels stand after their values.
_AFTER = {"series": ". cs.", "archival_unit": ". ő.e.", "box": ". doboz"}
_FAMILY_ORDER = {
    "hungarian": "fond signature series year box archival_unit item",
    "romanian": "fond inventory_number dosar volume",
}
_LEAF_LABELS = {
    "bundesarchiv": ("Bl. ", "Bl. "),
    "polish": ("k. ", "k. "),
    "romanian": ("f. ", "f. "),
    "tna": ("fol. ", "fol. "),
    "chinese": ("p. ", "pp. "),
    "czech": ("l. ", "l. "),
    "generic": ("p. ", "pp. "),
    "bulgarian": ("l. ", "l. "),
}
_LATIN_LEAVES = ("l. ", "ll. ")
_GOST_LABELS = {
    "fond": "Ф. ",
    "opis": "Оп. ",
    "papka": "П. ",
    "delo": "Д. ",
    "archival_unit": "А. е. ",
    "volume": "Т. ",
    "part": "Ч. ",
    "leaves": "Л. ",
}
_LATIN_GOST_LABELS = {
    "fond": "F. ",
    "opis": "Op. ",
    "papka": "P. ",
    "delo": "D. ",
    "archival_unit": "A. e. ",
    "volume": "T. ",
    "part": "Ch. ",
    "leaves": "L. ",
}


def print_house(reference: ArchivalReference) -> str:
    """Print a reference from the general to the particular: "RU-AVPRF: f. 90, op. 24, …"."""
    return ", ".join([*_repository(reference), *_parts(reference), *_leaves(reference, "-")])


def print_cwihp(reference: ArchivalReference) -> str:
    """Print a reference as the Cold War International History Project does, credits after it."""
    sentences = [print_house(reference), *_credits(reference.credits)]
    return " ".join(f"{one}." if not one.endswith(".") else one for one in sentences if one)


def print_chicago(reference: ArchivalReference) -> str:
    """Print a reference from the particular to the general, the repository last."""
    levels = [*_parts(reference), *_leaves(reference, "–")]
    return ", ".join([*reversed(levels), *_repository(reference)])


def print_gost(reference: ArchivalReference) -> str:
    """Print a reference by GOST R 7.0.5-2008: "АВП РФ. Ф. 90. Оп. 24. П. 44. Д. 5. Л. 120–12."

    A reference without fond, opis and delo has no form in that standard; it is printed as by
    `print_house`, with full stops between.
    """
    names = _repository(reference)
    if names and reference.repository and reference.repository.code:
        names = [native_acronym_of(reference.repository.code) or names[0]]
    return _gost(reference, names, _GOST_LABELS)


def print_gost_in_latin(reference: ArchivalReference) -> str:
    """Print a reference in the order of that standard, its labels and acronym in Latin letters."""
    return _gost(reference, _repository(reference), _LATIN_GOST_LABELS)


def _gost(reference: ArchivalReference, names: list[str], labels: Mapping[str, str]) -> str:
    """Print a reference with full stops between its levels."""
    if "fond" not in dict(reference.parts) or reference.family == "hungarian":
        return ". ".join([*names, *_parts(reference), *_leaves(reference, "–")]).rstrip(".") + "."
    parts = [
        f"{labels.get(name, _label(reference.family, name, value))}{value}"
        for name, value in _ordered(reference)
    ]
    leaves = [labels["leaves"] + ", ".join(_leaf(one, "–") for one in reference.leaves)]
    return ". ".join([*names, *parts, *(leaves if reference.leaves else [])]) + "."


def unitid_of(reference: ArchivalReference) -> str:
    """Give the text of an EAD `unitid`: the parts without the repository and the leaves."""
    return ", ".join(_parts(reference))


def _repository(reference: ArchivalReference) -> list[str]:
    """Name the repository shortly where it is known, else as printed."""
    if reference.repository is None:
        return []
    code = reference.repository.code
    return [(acronym_of(code) if code else None) or reference.repository.name]


def _ordered(reference: ArchivalReference) -> list[tuple[str, str]]:
    """Put the parts into the canonical order; those of no known level stay at the end."""
    values = dict(reference.parts)
    signature = values.get("signatur", "")
    if "/" in signature and signature.startswith(values.get("bestand", "")):
        values.pop("bestand", None)  # the signature repeats it
    if {"series", "piece"} <= set(values) and reference.family == "tna":
        values["series"] = f"{values['series']}/{values.pop('piece')}"
    values.pop("extent_leaves", None)
    order = _FAMILY_ORDER.get(reference.family, _ORDER)
    place = {name: number for number, name in enumerate(order.split())}
    if "item" in values and "volume" not in values:
        place["part"] = place.get("item", 0)  # "3034/2/1, part 3" is a part of the item
    return sorted(values.items(), key=lambda part: place.get(part[0], len(place)))


def _parts(reference: ArchivalReference) -> list[str]:
    if reference.family == "hungarian":
        return _hungarian_parts(reference)
    return [
        f"{_label(reference.family, name, value)}{value}" for name, value in _ordered(reference)
    ]


def _hungarian_parts(reference: ArchivalReference) -> list[str]:
    """Print "XIX-J-1-j-Kína, 1959, 61. doboz" or "M-KS 288. f. 5/147. ő.e."."""
    values = dict(_ordered(reference))
    fond, series = values.pop("fond", ""), values.get("series", "")
    if "archival_unit" in values:
        within = [f"{fond}. f."] if fond else []
        within += [values.pop("series") + _AFTER["series"]] if series else []
        parts = [" ".join([*within, values.pop("archival_unit") + _AFTER["archival_unit"]])]
    else:
        values.pop("series", None)
        parts = ["-".join(filter(None, (fond, series)))] if fond or series else []
    return parts + [f"{value}{_AFTER.get(name, '')}" for name, value in values.items()]


def _label(family: str, name: str, value: str) -> str:
    """Give the label of a part; what is named in words, not numbered, has none."""
    if name in ("zespol", "record_group") and not value[:1].isdigit():
        return ""
    if family == "czech" and name == "fond" and value[:1].isdigit():
        return "fond "  # "fond 02/1", but "KSČ-ÚV-02/1"
    return _FAMILY_LABELS.get(family, {}).get(name, _LABELS.get(name, ""))


def _leaves(reference: ArchivalReference, dash: str) -> list[str]:
    if not reference.leaves:
        return []
    if reference.family == "hungarian":
        return [", ".join(_leaf(one, dash) for one in reference.leaves) + ". l."]
    is_several = len(reference.leaves) > 1 or reference.leaves[0].end is not None
    label = _LEAF_LABELS.get(reference.family, _LATIN_LEAVES)[is_several]
    return [label + ", ".join(_leaf(one, dash) for one in reference.leaves)]


def _leaf(leaf: Leaves, dash: str) -> str:
    return f"{leaf.start}{dash}{leaf.end}" if leaf.end else leaf.start


def _credits(agents: Sequence[Agent]) -> list[str]:
    """Say who obtained and translated, as printed, each sentence once."""
    return list(dict.fromkeys(agent.words for agent in agents if agent.words))
