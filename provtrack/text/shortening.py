"""Long words repeated in a sentence: cut in their middle, since both ends tell which they are."""


def cut_in_middle(text: str, longest: int) -> str:
    """Cut a text between words, where it has any: "the envoy said … at the bridge".

    Args:
        longest: Code points that are left whole; of a longer text half as many stay at each end.
    """
    if len(text) <= longest:
        return text
    start, end = text[: longest // 2], text[-(longest // 2) :]
    return f"{start.rpartition(' ')[0] or start} … {end.partition(' ')[2] or end}"
