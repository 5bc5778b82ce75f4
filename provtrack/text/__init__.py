"""Reading of strings: recorded text to paragraphs, sentences, tokens, languages and dates.

Nothing here changes a recorded text: all functions give spans of what they were given, counted in
code points from 0, and every normalised view has a map back.
"""
