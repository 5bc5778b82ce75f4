"""Words misread by a program or misspelt by a hand: how far a reading is from the word.

An edit distance over letters in which pairs that look alike in print (rn and m, l and 1, c and e,
long s and f) cost little. It says nothing of sense: whether both are words of the language is for
the caller to ask. Entry points: `distance`, `is_misread`, `is_near`.
"""

from functools import lru_cache
from unicodedata import normalize

from rapidfuzz.distance import Levenshtein

from provtrack.text.letter_forms import letters_key

_ALIKE = 0.2  # what a pair that looks alike costs; any other edit costs 1
_MARK = 0.2  # a stray point, comma or hyphen inside a word
_DOUBLED = 0.5  # a letter written twice or once
_PAIRS = (
    "il i1 l1 i! l! l| it lt j1 ij o0 oc ce co eo ao ae ea hb hn h6 nu nr un uv vy tf f7 ft fs "
    "ſf s5 b8 b6 g9 gq z2 B8 rt rv rn dcl aн кн нп ни ип иц шщ шт пл ве ес со зэ гт ьъ ыь ёе еэ "
    "ао ое ае вб дл цч ri"
)
_LOOK_ALIKE = frozenset(frozenset(pair) for pair in _PAIRS.split() if len(pair) == 2)
_MERGED = frozenset(
    [("rn", "m"), ("nn", "m"), ("ni", "m"), ("in", "m"), ("cl", "d"), ("vv", "w"), ("li", "h"),
     ("ii", "u"), ("ri", "n"), ("ii", "n"), ("lc", "k"), ("ln", "m"), ("ьi", "ы"), ("ьі", "ы"),
     ("ьи", "ы"), ("оо", "ю")]
)  # fmt: skip
_HAN_ALIKE = (  # characters told apart by a stroke, or by its length, row by row
    "日曰目 人入八 己已巳 大太犬丈 土士 未末 天夭 干千于 王玉主 木本术 "
    "白自百 鸟乌 鳥烏 刀力刁 今令 午牛 贝见 貝見 四西 友反 田由甲申 "
    "爪瓜 间问 間問 開閉關 住往 折拆析 侯候 戍戌戊 兔免 师帅 師帥 遣遗 "
    "遺遣 徒徙 享亨 晴睛 拔拨 治冶 密蜜 仑仓 竞竟 東束 会曾 會曾 陈阵 "
    "陳陣 績續 壞壤 書畫晝 毫亳 幕墓慕 因困 目且 且旦 体休 很狠 元无 "
    "设没 九丸 凡几 儿几 小少 广厂 十干 工土 上土 万方 云去 历厉 史吏 "
    "代伐 佳住 待侍 淮准 准谁 哀衰 衷衰 粟栗 茶荼 班斑 撤撒 辨辩 辯辨 "
    "即既 载栽 戴载 裁栽 延廷 官宫 宮官 失矢 矛予 母毌 毋母 氏民 户尸 "
    "戶尸 右石 古占 占吉 军车 苦若 任仕 斤斥 乒乓 夫失 夫天 末来 问向 "
    "園圍 國圍 圈圆 图固 困囚 冶治 泪沮 沽沾 洒酒 消俏 情清 清请 晴情 "
    "暮幕 徵微 微徽 獲穫 縱総 與興 舆與 擧舉 亞惡 歷曆 暦歷 責貴 賓實 "
    "實貫 買賣 賈買 買員"
)
_ROWS_OF_HAN = tuple(frozenset(row) for row in _HAN_ALIKE.split())
_CYRILLIC_FOR_LATIN = str.maketrans("aceopxyrkmthbі", "асеорхугкмтнви")
_SHORT = 6  # letters below which looking alike is always asked for
_STRANGERS = 0.7  # share of letters that differ beyond which looking alike is not asked for
_NEAR_SHARE = 0.25  # of the letters may be wrong in a word that is still near


@lru_cache(maxsize=1 << 14)
def distance(word: str, read: str) -> float:
    """Measure how far a reading is from a word: 0.0 the same, .2 for a pair that looks alike."""
    word, read = _folded(word), _folded(read)
    if any("а" <= letter <= "я" for letter in word + read):
        word, read = (side.translate(_CYRILLIC_FOR_LATIN) for side in (word, read))
    plain = Levenshtein.distance(word, read)
    longest = max(len(word), len(read))
    if plain <= 0 or (longest >= _SHORT and plain > _STRANGERS * longest):
        return float(plain)
    rows: list[list[float]] = []
    for at in range(len(word) + 1):
        row: list[float] = []
        for by in range(len(read) + 1):
            row.append(_cheapest(word, read, at, by, [*rows, row]))
        rows.append(row)
    return round(rows[-1][-1], 3)


def _folded(word: str) -> str:
    return letters_key(word.casefold())


def _cheapest(word: str, read: str, at: int, by: int, rows: list[list[float]]) -> float:
    """Give the least cost of turning the first letters of one into those of the other."""
    if not at and not by:
        return 0.0
    costs = []
    if at:
        costs.append(rows[at - 1][by] + _lone(word, at - 1))
    if by:
        costs.append(rows[at][by - 1] + _lone(read, by - 1))
    if at and by:
        costs.append(rows[at - 1][by - 1] + _swap(word[at - 1], read[by - 1]))
    if at > 1 and by and (word[at - 2 : at], read[by - 1]) in _MERGED:
        costs.append(rows[at - 2][by - 1] + _ALIKE)
    if at and by > 1 and (read[by - 2 : by], word[at - 1]) in _MERGED:
        costs.append(rows[at - 1][by - 2] + _ALIKE)
    return min(costs)


def _swap(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    is_alike = frozenset((letter, other)) in _LOOK_ALIKE or _bare(letter) == _bare(other)
    return _ALIKE if is_alike else 1.0


@lru_cache(maxsize=1 << 10)
def _bare(letter: str) -> str:
    """Give a letter without its diacritics, which print and its readers lose; but й is not и."""
    return letter if letter == "й" else normalize("NFD", letter)[0]


def _lone(word: str, at: int) -> float:
    """Price a letter that only one side has."""
    if not word[at].isalnum():
        return _MARK
    return _DOUBLED if at and word[at - 1] == word[at] else 1.0


def is_misread(word: str, read: str) -> bool:
    """Tell whether a reading differs from a word only in letters that look alike."""
    return distance(word, read) <= _ALIKE * max(1.0, len(word) / 3)


def looks_alike(word: str, read: str) -> bool:
    """Tell whether two words differ only in Chinese characters that look alike: 自己, 自已."""
    if len(word) != len(read) or word == read:
        return False
    unlike = (pair for pair in zip(word, read, strict=True) if pair[0] != pair[1])
    return all(any(row.issuperset(pair) for row in _ROWS_OF_HAN) for pair in unlike)


def is_near(word: str, read: str) -> bool:
    """Tell whether a reading is the word with a few letters wrong, lost or added."""
    length = max(len(word), len(read))
    return distance(word, read) <= max(1.0, _NEAR_SHARE * length) and distance(word, read) < length
