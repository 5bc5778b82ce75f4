"""Cut from a document's chain what one version comes from."""

from dataclasses import replace

from provtrack.model.provenance import ProvenanceChain


def chain_to(chain: ProvenanceChain, siglum: str) -> ProvenanceChain:
    """Keep a version, all it was made from, and the flags that concern these.

    Returns:
        The chain in its order; without links where it has no such version. Flags of the whole
        document stay.
    """
    sources: dict[str, set[str]] = {}
    for step in chain.steps:
        if step.source is not None:
            sources.setdefault(step.result, set()).add(step.source)
    kept: set[str] = set()
    waiting = [link.id for link in chain.links if link.siglum == siglum]
    while waiting:
        link = waiting.pop()
        if link not in kept:
            kept.add(link)
            waiting += sources.get(link, ())
    left_out = {link.id for link in chain.links} - kept
    return replace(
        chain,
        links=tuple(link for link in chain.links if link.id in kept),
        steps=tuple(step for step in chain.steps if step.result in kept),
        flags=tuple(flag for flag in chain.flags if flag.place not in left_out),
    )
