"""Archival references: verbatim for ever, with the parts that are written in it."""

from dataclasses import dataclass

from provtrack.model.document import Agent
from provtrack.model.finding import Finding
from provtrack.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaves:
    """Leaves as printed, verso included ("12ob"); `end` is None for a single leaf."""

    start: str
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The institution that keeps the original; code None where it is not in our list."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivalReference:
    """The address of an original, as written.

    Attributes:
        verbatim: Never changed. ``str(reference)`` is it.
        family: Grammar it was read with, for example "fond-opis-delo"; "unread" if none fits.
        parts: (name, value) as written, in the order written: fond, opis, papka, delo ...
        places: Where each of `parts` stands in `verbatim`, in the same order.
        lost: Names of parts whose label stands without a value.
        credits: "Obtained by ... and translated by ..." after the reference.
        findings: What is odd in it, with spans in `verbatim`.
        others: Further references on the same line, in order, with the same `verbatim`. They hold
            only what is written: a level that is not repeated is that of the reference before.
    """

    verbatim: str
    family: str
    repository: Repository | None = None
    parts: tuple[tuple[str, str], ...] = ()
    places: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()
    leaves: tuple[Leaves, ...] = ()
    credits: tuple[Agent, ...] = ()
    findings: tuple[Finding, ...] = ()
    others: tuple["ArchivalReference", ...] = ()

    def __str__(self) -> str:
        return self.verbatim
