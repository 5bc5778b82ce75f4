"""Words that stand in printed dates beside the months, in case folding.

Own lists. A word of a language that is missing here makes a date unread, never misread.
"""

_RANGE = "to till until through bis à au al a до по do až till tot til και עד إلى 至 到 から まで"
_ABOUT = "ca c circa about approximately approx around ок около прибл приблизительно um etwa "
_ABOUT += "примерно приблиз ориентировочно ungefähr circ 前后 前後 左右 约 約 大约 大約 gegen "
_ABOUT += "vers environ hacia verso около cca asi około kb ca. حوالي"
_UNCERTAIN = "vermutl wahrsch probably possibly perhaps presumably likely вероятно возможно "
_UNCERTAIN += "предположительно предп "
_UNCERTAIN += "wahrscheinlich vermutlich vielleicht probablement probabilmente probablemente "
_UNCERTAIN += "prawdopodobnie pravděpodobně valószínűleg probabil 可能 可能是 大概 大概是"
_FROM = "from between von vom du de del dal с от zwischen entre między между mezi od 从"
_BETWEEN = "between zwischen entre между między mezi tra fra mellan mellem"
_AND = "and und et и y e і та i a och og"
_BEFORE = "before prior by until till 截至 截止 до к antes avant vor bis jusqu'à jusqu'au prima "
_BEFORE += "przed před ранее"
_AFTER = "after since from с ab 自 après depuis nach después dopo po/po после позднее seit"
_FILLERS = """
half first second sometime первая вторая первой второй половина половине половины hälfte erste
zweite ersten zweiten moitié première seconde deuxième
the of on in at st nd rd th day year early mid late beginning end middle
г гг год года году числа го е начало начала середина середины конец конца дня от
в конце начале середине de des del di da du die les dans au aux à aux dem den der im am le la el
il lo o os er ère ter início début fin
milieu mi mitte anfang ende anno ad ce roku rok r dne dnia év ב של ב־ ل في की को के में वर्ष सन
初 底 末 中旬 上旬 下旬
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
понедельник вторник среда четверг пятница суббота воскресенье montag dienstag mittwoch donnerstag
freitag samstag sonntag sonnabend lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
miércoles jueves viernes sábado domingo
星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 lunedì
martedì mercoledì giovedì venerdì sabato domenica
"""
_SEASONS = {
    21: "spring весна весны весной frühling frühjahr printemps primavera wiosna jaro 春 春季 春天",
    22: "summer лето лета летом sommer été verano estate lato léto 夏 夏季 夏天",
    23: "autumn fall осень осени осенью herbst automne otoño autunno jesień podzim 秋 秋季 秋天",
    24: "winter зима зимы зимой hiver invierno inverno zima 冬 冬季 冬天",
}
_CENTURIES = """
世纪 世紀 century centuries c. cent century's век века веке веку веком веков в siècle siècles
jahrhundert jahrhunderts jahrhunderte jahrhunderten jh jhd siglo secolo wiek wieku století
"""

RANGE_WORDS = frozenset(_RANGE.split())
ABOUT_WORDS = frozenset(_ABOUT.split())
UNCERTAIN_WORDS = frozenset(_UNCERTAIN.split())
FROM_WORDS = frozenset(_FROM.split())
BETWEEN_WORDS = frozenset(_BETWEEN.split())
AND_WORDS = frozenset(_AND.split())
BEFORE_WORDS = frozenset(_BEFORE.split())
AFTER_WORDS = frozenset(_AFTER.split())
FILLERS = frozenset(_FILLERS.split())
CENTURY_WORDS = frozenset(_CENTURIES.split())
WINTER_WORDS = frozenset(_SEASONS[24].split())
SEASON_WORDS = {word: season for season, words in _SEASONS.items() for word in words.split()}
# Two words that say what one of the lists above says.
PHRASES = {
    **dict.fromkeys(
        ("не позднее", "не позже", "not later than", "no later than", "not after"), "before"
    ),
    **dict.fromkeys(
        ("au plus tard", "pas après", "nicht später als", "nicht nach", "spätestens"), "before"
    ),
    **dict.fromkeys(
        ("не ранее", "не раньше", "not earlier than", "no earlier than", "not before"), "after"
    ),
    **dict.fromkeys(
        ("au plus tôt", "pas avant", "nicht früher als", "nicht vor", "frühestens"), "after"
    ),
}
PHRASES |= dict.fromkeys(("不晚于", "不晚於", "不迟于", "不遲於"), "before")
PHRASES |= dict.fromkeys(("不早于", "不早於"), "after")
# Chinese and Japanese say before and after behind the date: 1945年5月以前.
BEHIND = {"以前": "before", "之前": "before", "前": "before"}
BEHIND |= dict.fromkeys(("前后", "前後", "左右"), "about")
BEHIND |= dict.fromkeys(("以后", "以後", "之后", "之後", "后", "後"), "after")
# First year of an era minus one, for dates written 昭和37年 or 民國51年.
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
ERAS |= {"民国": 1911, "民國": 1911, "中華民國": 1911, "中华民国": 1911}

# The months of two words that Arabic writers of the Levant use.
TWO_WORD_MONTHS = {
    "كانون الثاني": 1,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
}
