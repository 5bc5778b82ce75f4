"""Character sets: declared, marked or detected and named; what is undecided is refused."""

import pytest

from provtrack.errors import EncodingError, UsageError
from provtrack.importers import read_content

RUSSIAN = (
    "Вчера меня принял министр Галлоран. Он сказал, что переговоры о проливе прекращены, "
    "потому что суда не ушли с рейда. Я ответил, что это торговые суда и что бумаги у них в "
    "порядке. Министр обещал доложить об этом правительству и дать ответ до конца недели."
)
CHINESE = (
    "昨天我会见了部长。他说，关于海峡的谈判已经停止，因为船只还没有离开。我回答说，这些都是商船，"
    "他们的文件没有问题。部长说他要向政府报告，一个星期以后再给我们答复。"
)
TRADITIONAL = (
    "昨天我會見了部長。他說，關於海峽的談判已經停止，因為船隻還沒有離開。我回答說，這些都是商船，"
    "他們的文件沒有問題。部長說他要向政府報告，一個星期以後再給我們答覆。"
)
JAPANESE = "昨日、大臣に会いました。海峡についての話し合いは終わったと言いました。船はまだいます。"
POLISH = (
    "Wczoraj przyjął mnie minister. Powiedział, że rozmowy o cieśninie zostały przerwane, "
    "ponieważ statki nie opuściły redy. Odpowiedziałem, że są to statki handlowe."
)
GERMAN = (
    "Gestern empfing mich der Minister. Er sagte, die Gespräche über die Meerenge müßten "
    "ruhen, solange die Schiffe nicht ausgelaufen seien. Ich erklärte, daß es Handelsschiffe "
    "wären und ihre Papiere in Ordnung für jeden Hafen."
)
HEBREW = "אתמול קיבל אותי השר. הוא אמר שהשיחות על המצר הופסקו, מפני שהאוניות לא עזבו את הנמל עדיין."
GREEK = (
    "Χθες με δέχθηκε ο υπουργός. Είπε ότι οι συνομιλίες για τα στενά σταμάτησαν, επειδή τα "
    "πλοία δεν έφυγαν από το λιμάνι. Απάντησα ότι είναι εμπορικά πλοία."
)

DETECTED = [
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "mac-cyrillic"),
    (RUSSIAN, "iso8859-5"),
    (RUSSIAN, "utf-16-le"),
    (RUSSIAN, "utf-16-be"),
    (CHINESE, "gb18030"),
    (CHINESE, "utf-16-be"),
    (TRADITIONAL, "big5"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "iso2022_jp"),
    (POLISH, "iso8859-2"),
    (POLISH, "cp1250"),
    (GERMAN, "iso8859-1"),
    (HEBREW, "iso8859-8"),
    (GREEK, "iso8859-7"),
]


@pytest.mark.parametrize(("text", "charset"), DETECTED, ids=[one[1] for one in DETECTED])
def test_charset_is_detected_and_named(text, charset):
    imported = read_content((text + "\n").encode(charset), "a.txt")
    assert (imported.versions[0].text, imported.charset) == (text + "\n", charset)


def test_detection_is_a_finding():
    findings = read_content(RUSSIAN.encode("koi8-r"), "a.txt").findings
    assert [(one.code, "koi8-r" in one.message) for one in findings] == [("IMP101", True)]


@pytest.mark.parametrize(("text", "charset"), DETECTED, ids=[one[1] for one in DETECTED])
def test_named_charset_is_taken(text, charset):
    imported = read_content(text.encode(charset), "a.txt", charset=charset)
    assert (imported.versions[0].text, imported.findings) == (text, ())


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides(charset):
    imported = read_content("Заявление".encode(charset), "a.txt")
    assert imported.versions[0].text == "Заявление"
    assert imported.charset == charset.removesuffix("-sig")


@pytest.mark.parametrize("content", ["Привет".encode("cp1251"), b"caf\xe9", b"\x93a\x94"])
def test_short_text_that_may_be_several_sets_is_refused(content):
    with pytest.raises(EncodingError, match=r"character set of a\.txt.*--charset"):
        read_content(content, "a.txt")


def test_damaged_utf8_is_refused_with_its_place():
    content = RUSSIAN.encode()[:100] + b"\xff" + RUSSIAN.encode()[100:]
    with pytest.raises(EncodingError, match=r"UTF-8 but for some damage \(byte 100, line 1"):
        read_content(content, "a.txt")


def test_wrong_named_charset_is_refused_with_the_byte():
    with pytest.raises(EncodingError, match=r"as utf-8: byte 4 \(line 2\) is 0xE9"):
        read_content(b"abc\n\xe9", "a.txt", charset="utf-8")


@pytest.mark.parametrize("name", ["klingon-1", "rot13", "base64", "unicode_escape", "", "a\x00b"])
def test_what_is_no_charset_is_refused(name):
    with pytest.raises(UsageError, match=r"no character set of texts is called.*such as utf-8"):
        read_content("é".encode("utf-16-le") * 3 + b"\xd8", "a.txt", charset=name)


def test_utf16_without_mark_needs_its_order_only_if_both_fit():
    content = "Plain words.".encode("utf-16-be")
    assert read_content(content, "a.txt", charset="utf-16").charset == "utf-16-be"


def test_replacement_characters_in_the_file_are_a_warning():
    findings = read_content("Gespr\ufffdch".encode(), "a.txt").findings
    assert [one.code for one in findings] == ["IMP103"]


def test_html_declaration_is_honoured():
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN[:20]}</p></body></html>'
    imported = read_content(page.encode("koi8-r"), "a.html")
    assert (imported.versions[0].text, imported.charset) == (RUSSIAN[:20], "koi8-r")


def test_false_declaration_is_a_finding_and_the_bytes_decide():
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    imported = read_content(page.encode("utf-8"), "a.html")
    assert imported.versions[0].text == RUSSIAN
    assert [one.code for one in imported.findings] == ["IMP102"]


def test_xml_declaration_is_honoured():
    body = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Да.</p></body></text></TEI>'
    content = f'<?xml version="1.0" encoding="windows-1251"?>{body}'.encode("cp1251")
    imported = read_content(content, "a.xml")
    assert (imported.versions[0].text, imported.charset) == ("Да.", "cp1251")
