"""Views: parts of indexes as one, with texts under other names or left out."""

from dataclasses import replace

from provtrack.search import View, locate

from .texts import index_of

FERRY = "the ferry at Tarn waits for the flood"
WINCH = "the winch at Oder broke in the frost"


def documents(words, index):
    return [one.passages[0].document for one in locate(words, index)]


def test_two_indexes_are_one():
    view = View([index_of({"a": FERRY}), index_of({"b": WINCH})], lambda text: text)
    assert (documents(FERRY, view), documents(WINCH, view), len(view)) == (["a"], ["b"], 2)


def test_texts_go_by_other_names():
    view = View([index_of({"a": FERRY})], lambda text: replace(text, document="journal"))
    assert documents(FERRY, view) == ["journal"]


def test_what_has_no_name_is_not_found():
    index = index_of({"a": FERRY, "b": WINCH})
    view = View([index], lambda text: text if text.document == "b" else None)
    assert (documents(FERRY, view), documents(WINCH, view)) == ([], ["b"])
    assert documents(FERRY, index) == ["a"]
