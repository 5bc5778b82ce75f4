"""Repositories that use fond, opis and delo: their codes, acronyms and full names.

Codes are of our own making (country, hyphen, acronym), not ISIL. Acronyms are found in any case
and with or without spaces; full names without their commas. Entry point: `find_repository`.
"""

from dataclasses import dataclass

import regex  # type: ignore[import-untyped]

# code: acronyms | full names; then names no longer in use.
_NAMES = {
    "RU-AVPRF": "AVPRF, AVP RF, АВПРФ, АВП РФ"
    "| Archive of Foreign Policy Russian Federation, Archive of the Foreign Policy of the Russian"
    " Federation, Archive of Foreign Policy of the Russian Federation, Foreign Policy Archive of"
    " the Russian Federation, Russian Foreign Ministry Archives"
    ", Архив внешней политики Российской Федерации",
    "RU-AVPRI": "AVPRI, АВПРИ| Archive of Foreign Policy of the Russian Empire"
    ", Архив внешней политики Российской империи",
    "RU-RGANI": "RGANI, РГАНИ| Russian State Archive of Contemporary History, Russian State Archive"
    " of Recent History, Российский государственный архив новейшей истории",
    "RU-RGASPI": "RGASPI, РГАСПИ| Russian State Archive of Socio-Political History, Russian State"
    " Archive of Social and Political History"
    ", Российский государственный архив социально-политической истории",
    "RU-GARF": "GARF, ГАРФ, GA RF, ГА РФ| State Archive of the Russian Federation"
    ", Государственный архив Российской Федерации",
    "RU-RGAE": "RGAE, РГАЭ| Russian State Archive of the Economy, Russian State Economic Archive"
    ", Российский государственный архив экономики",
    "RU-RGALI": "RGALI, РГАЛИ| Russian State Archive of Literature and Art"
    ", Российский государственный архив литературы и искусства",
    "RU-RGVA": "RGVA, РГВА| Russian State Military Archive"
    ", Российский государственный военный архив",
    "RU-RGVIA": "RGVIA, РГВИА| Russian State Military Historical Archive"
    ", Российский государственный военно-исторический архив",
    "RU-RGIA": "RGIA, РГИА| Russian State Historical Archive"
    ", Российский государственный исторический архив",
    "RU-RGADA": "RGADA, РГАДА| Russian State Archive of Ancient Acts"
    ", Российский государственный архив древних актов",
    "RU-RGAVMF": "RGAVMF, РГАВМФ, RGA VMF, РГА ВМФ| Russian State Naval Archive"
    ", Российский государственный архив военно-морского флота",
    "RU-APRF": "APRF, AP RF, АПРФ, АП РФ| Archive of the President of the Russian Federation"
    ", Presidential Archive of the Russian Federation, Архив Президента Российской Федерации",
    "RU-TsAMO": "TsAMO, TsAMO RF, ЦАМО, ЦАМО РФ| Central Archive of the Ministry of Defense"
    ", Central Archive of the Ministry of Defence"
    ", Центральный архив Министерства обороны Российской Федерации"
    ", Центральный архив Министерства обороны",
    "RU-TsAFSB": "TsA FSB, TsA FSB RF, ЦА ФСБ, ЦА ФСБ РФ| Central Archive of the Federal Security"
    " Service, Центральный архив Федеральной службы безопасности",
    "RU-ARAN": "ARAN, АРАН| Archive of the Russian Academy of Sciences"
    ", Архив Российской академии наук",
    "RU-TsAGM": "TsAGM, ЦАГМ, TsGAMO, ЦГАМО| Central Archive of the City of Moscow"
    ", Центральный архив города Москвы",
    "RU-OGAChO": "OGAChO, ОГАЧО| Объединенный государственный архив Челябинской области",
    "RU-TsGARM": "TsGA RM, ЦГА РМ| ЦГА Республики Мордовия"
    ", Центральный государственный архив Республики Мордовия",
    "UA-TsDAHOU": "TsDAHOU, TsDAGOU, ЦДАГОУ| Центральний державний архів громадських об'єднань"
    " України, Central State Archive of Public Organizations of Ukraine",
    "UA-TsDAVO": "TsDAVO, ЦДАВО, TsDAVOU, ЦДАВОУ"
    "| Центральний державний архів вищих органів влади та управління України",
    "UA-HDASBU": "HDA SBU, ГДА СБУ| Галузевий державний архів Служби безпеки України",
    "BY-NARB": "NARB, НАРБ| National Archives of the Republic of Belarus"
    ", Национальный архив Республики Беларусь",
    "KZ-APRK": "APRK, АПРК, AP RK, АП РК| Archive of the President of the Republic of Kazakhstan",
    "UZ-TsGARUz": "TsGA RUz, ЦГА РУз| Central State Archive of the Republic of Uzbekistan",
    "BG-TsDA": "TsDA, ЦДА| Central State Archives, Централен държавен архив",
}
_SUPERSEDED = {
    "RU-RGANI": "TsKhSD, ЦХСД| Center for the Storage of Contemporary Documentation"
    ", Центр хранения современной документации",
    "RU-RGASPI": "RTsKhIDNI, РЦХИДНИ, TsPA IML, ЦПА ИМЛ"
    "| Russian Center for the Preservation and Study of Documents of Recent History",
    "RU-GARF": "TsGAOR, ЦГАОР| Центральный государственный архив Октябрьской революции",
    "RU-RGAE": "TsGANKh, ЦГАНХ|",
    "RU-AVPRF": "AVP SSSR, АВП СССР| Архив внешней политики СССР",
    "RU-RGVA": "TsGASA, ЦГАСА|",
}
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRepository:
    """A repository named in a text, at [start, end); superseded: the name is no longer in use."""

    code: str
    start: int
    end: int
    is_superseded: bool


def _spellings() -> dict[tuple[str, ...], tuple[str, bool]]:
    """Map the words of each name to its code and whether it is superseded."""
    found: dict[tuple[str, ...], tuple[str, bool]] = {}
    for table, is_superseded in ((_NAMES, False), (_SUPERSEDED, True)):
        for code, names in table.items():
            for name in names.replace("|", ",").split(","):
                if words := tuple(name.casefold().split()):
                    found[words] = (code, is_superseded)
    return found


_SPELLINGS = _spellings()
_LONGEST = max(len(words) for words in _SPELLINGS)


def find_repository(text: str) -> FoundRepository | None:
    """Find the first repository named in a text, with the acronym that repeats it in brackets."""
    words = [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for first in range(len(words)):
        if known := _known_at(words, first):
            code, is_superseded, count = known
            end = words[first + count - 1][2]
            again = _known_at(words, first + count)
            if again and again[0] == code and not text[end : words[first + count][1]].strip(" ,("):
                end = words[first + count + again[2] - 1][2]
                end += text[end : end + 1] == ")"
            start = words[first][1]
            return FoundRepository(code=code, start=start, end=end, is_superseded=is_superseded)
    return None


def _known_at(words: list[tuple[str, int, int]], first: int) -> tuple[str, bool, int] | None:
    """Give code, whether superseded, and number of words of the longest name that begins here."""
    for count in range(min(_LONGEST, len(words) - first), 0, -1):
        known = _SPELLINGS.get(tuple(word for word, _, _ in words[first : first + count]))
        if known:
            return *known, count
    return None
