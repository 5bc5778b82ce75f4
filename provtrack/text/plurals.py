"""Numbers of things in English sentences: the one place where a plural is made."""


def counted(number: int, thing: str, plural: str | None = None) -> str:
    """Say a number of things: "1 gap", "2,000 gaps".

    Args:
        thing: What is counted, in the singular.
        plural: Its plural where it does not end in -s.
    """
    return f"{number:,} {thing if number == 1 else plural or thing + 's'}"
