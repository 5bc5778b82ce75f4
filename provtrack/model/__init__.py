"""The nouns of provtrack: frozen values and stored models, without algorithm and without disk.

Values are frozen dataclasses. What has a file of its own in ``versions/`` or ``reports/`` is a
`StoredModel`. The words are those of ``docs/glossary.md``.
"""
