"""Invented texts to search in."""

from collections.abc import Mapping

from provtrack.search import IndexedText, MemoryIndex

LETTER = (
    "Letter of the warden of the ferry\n\n"
    "The ferry has not crossed since the ice broke on the upper reach of the Oder. I have told the "
    "commissioner that the cable is frayed beyond repair, and that no barge may be moored at the "
    "eastern landing until the new winch arrives from the foundry.\n\n"
    "He answered that the foundry had sent the winch in March. I have never seen it.\n\n"
    "Forty-two passengers wait on the far bank, among them a surveyor with his instruments."
)
MINUTES = (
    "Minutes of the commission\n\n"
    "The commissioner reported that the cable is worn beyond use and that barges may not be moored "
    "at the landing in the east before the new winch comes. The treasurer asked who had signed for "
    "the winch. Nobody could say.\n\n"
    "It was resolved to write to the foundry once more, in the plainest terms that courtesy allows."
)
DIARY = (
    "Diary of the surveyor\n\n"
    "Waited all day on the far bank with my instruments. Nothing to eat but dried pears. "
    "An old fisherman told us about the flood of his childhood, when cows drifted past the church."
)
TEXTS = {"letter": LETTER, "minutes": MINUTES, "diary": DIARY}


def index_of(texts: Mapping[str, str]) -> MemoryIndex:
    """Index some texts in memory, each as a document."""
    return MemoryIndex(
        (IndexedText(document=name, file=f"{name}.txt"), text) for name, text in texts.items()
    )
