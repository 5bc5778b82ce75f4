"""Strongly connected components of a directed graph, without recursion (Tarjan 1972)."""

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components_of(after: Mapping[Node, set[Node]]) -> dict[Node, int]:
    """Number the component of each node; equal numbers reach each other.

    Args:
        after: For every node, those it has an edge to. Linear in nodes and edges.
    """
    found: dict[Node, int] = {}
    index: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    stack: list[Node] = []
    for root in after:
        if root in index:
            continue
        work: list[tuple[Node, Iterator[Node]]] = [(root, iter(after[root]))]
        index[root] = lowest[root] = len(index)
        stack.append(root)
        while work:
            node, following = work[-1]
            child = next((n for n in following if n not in found), None)
            if child is None:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    _close(node, stack, found)
            elif child in index:
                lowest[node] = min(lowest[node], index[child])
            else:
                index[child] = lowest[child] = len(index)
                stack.append(child)
                work.append((child, iter(after[child])))
    return found


def _close(node: Node, stack: list[Node], found: dict[Node, int]) -> None:
    """Give all nodes above one on the stack, and itself, one number."""
    number = len(found)
    while True:
        member = stack.pop()
        found[member] = number
        if member == node:
            return
