"""Abbreviations after which a period ends no sentence, in the languages of archives.

All without their period and in case folding. Own lists, from what stands in documents, source
notes and journals; single letters and dotted groups (R.K., т.е.) need no list.
"""

_TITLES = """
mr mrs ms messrs dr prof gen col lt capt maj sgt cmdr adm brig amb sen rep gov st com comr hon rev
fr pres asst dept vs secy phil med jur habil rer nat av apr mm ee cie tj
тов т.т гр проф акад ген кап адм им ул пос зам зав нач пред секр чл ред сост пер изд гос обл
mme mlle mgr sr sra srta dn dña uds sig sigg dott avv frl hrn dipl geh bzw vgl hrsg evtl ggf sog
insb poln tow płk ul ks hr डॉ प्रो श्री पं
"""
_LABELS = """
no nos nr vol vols doc docs p pp ch chap fig figs art arts sec par paras para pt bk ed eds cf encl
ann app ca desp enc fn fns nn suppl col cols f ff fol fols l ll op d rg box lot ser tel cit ibid
ф оп д л лл п пп об ед хр ст ч гл рис табл см ср напр стр с сс кн вып док докл прим т тт ном бл св
инв зак стб разд ил тел № § cap lib экз исх вх напеч отп kl
bd bde bl s ss hft abt anm abs abb sp tom fasc pág págs núm pag pagg z w k sv č čj str teczka
"""
_MONTHS = """
jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр мар апр июн июл авг сен сент окт ноя
нояб дек janv févr avr juil août déc okt dez ene abr ago dic gen mag giu lug ott out set
"""
_STARTS = """
посол министр советник председатель беседа копия подлинник секретно верно приложение разговор
далее затем однако тогда после здесь теперь потом поэтому он она они сюда там
then later however there here when while after before if they she he it this these those
danach dann später jedoch dort hier puis alors ensuite cependant après luego entonces poi dopo
"""
_ARCHIVAL = "ф оп д л лл п ед а.е b f op d l ll p fond opis delo fol bl box rg k папка дело лист"

# Before a name or a noun.
TITLES = frozenset(_TITLES.split())

# Before a figure, a Roman number or another label; elsewhere they may be words.
LABELS = frozenset(_LABELS.split())

# Before a day or a year.
MONTHS = frozenset(_MONTHS.split())

# Labels of archival references: "РГАСПИ. Ф. 558. Оп. 11. Д. 97." is one sentence.
ARCHIVAL_LABELS = frozenset(_ARCHIVAL.split())

# After a figure: "1962 г.", "XIX в."
AFTER_FIGURES = frozenset(("г", "гг", "в", "вв", "р", "руб", "коп", "тыс", "млн", "млрд", "км"))

# "And so on": what follows with a capital is a new sentence. Apart: the second of two, "т. д.".
LIST_ENDS = frozenset(("т.д", "т.п", "etc", "usw", "itd", "itp", "atd", "i.t.d"))
LIST_ENDS_APART = frozenset(("д", "п"))

# Words that are no names, yet often stand first: capitalised, they start a sentence.
SENTENCE_STARTS = frozenset(_STARTS.split())

# Languages that write ordinal numbers with a period: "der 22. Kongress".
ORDINAL_PERIOD = frozenset(
    ("de", "da", "nb", "nn", "no", "fi", "et", "lv", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "tr")
)

# Short function words that are surnames as well: after an initial they start no sentence.
SURNAMES_ALIKE = frozenset(
    ("he", "an", "do", "so", "le", "la", "de", "du", "di", "da", "van", "von", "el", "al", "los")
)
