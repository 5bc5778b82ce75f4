"""The words by which `bench.altering` alters sentences, for five languages.

They are written for this benchmark: none is read from the program's language files, and none may
be copied into them from here. Left of the bar what is looked for, right what takes its place.
"""

ANTONYMS = {
    "en": "increase|decrease increased|reduced support|oppose supported|opposed accept|reject "
    "accepted|rejected strong|weak success|failure friendly|hostile agree|disagree agreed|refused "
    "important|trivial large|small favorable|hostile public|secret high|low "
    "early|late better|worse advance|retreat military|civilian political|economic "
    "peace|war north|south left|right began|ceased strengthen|undermine gain|lose "
    "approval|rejection optimistic|pessimistic open|closed rapid|gradual",
    "ru": "хорошо|плохо старый|молодой большой|маленький друг|враг громко|тихо вошел|вышел "
    "любил|ненавидел день|ночь весело|грустно быстро|медленно жизнь|смерть согласился|отказался",
    "de": "gross|klein großen|kleinen hoch|niedrig hohen|niedrigen leicht|schwer erste|letzte "
    "Norden|Süden gut|schlecht schnell|langsam Erfolg|Misserfolg warm|kalt oben|unten",
    "fr": "grand|petit grande|petite facile|difficile nord|sud premier|dernier bon|mauvais "
    "haut|bas succès|échec chaud|froid jour|nuit libre|captif paix|guerre",
    "zh": "大|小 平安|危险 生|死 先|后 自由|奴役 东|西 公开|秘密 义|恶",
}
MODALS = {
    "en": "may|will might|must could|will should|may must|may will|might shall|could would|must "
    "can|must need|may",
    "ru": "может|должен должен|может мог|обязан можно|нужно нужно|можно надо|можно",
    "de": "kann|muss muss|kann konnte|musste musste|durfte soll|darf sollte|muss",
    "fr": "peut|doit doit|peut pouvait|devait devait|pouvait peuvent|doivent doivent|peuvent",
    "zh": "必|可 可以|必须 应|可 必须|可以",
}
QUANTIFIERS = {
    "en": "all|some most|some many|all every|some several|most some|all few|many any|every "
    "always|sometimes never|rarely often|always both|neither only|also",
    "ru": "все|некоторые всегда|иногда многие|все часто|всегда несколько|много",
    "de": "alle|einige viele|alle einige|alle immer|manchmal oft|immer meisten|wenigen",
    "fr": "tous|quelques toutes|quelques plusieurs|tous toujours|parfois souvent|toujours",
    "zh": "都|有的 凡|有些 众|几 一切|一些",
}
NUMBERS = {
    "en": "two|three three|five four|six five|four six|nine ten|twenty first|second second|third "
    "third|first half|third twice|once dozen|score million|billion thousand|million",
    "ru": "два|три три|пять четыре|шесть пять|семь десять|двадцать первый|второй второй|третий",
    "de": "zwei|drei drei|fünf vier|sechs fünf|sieben zehn|zwölf erste|zweite zweite|dritte",
    "fr": "deux|trois trois|cinq quatre|six cinq|sept dix|douze premier|second deuxième|troisième",
    "zh": "二|三 三|五 四|六 五|七 十|百 一百|三百",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "zh": "",
}
# pairs in which a prefix or a word of its own negates
PREFIXED = {
    "en": "able|unable necessary|unnecessary willing|unwilling likely|unlikely possible|impossible "
    "important|unimportant satisfactory|unsatisfactory acceptable|unacceptable "
    "aware|unaware desirable|undesirable certain|uncertain successful|unsuccessful "
    "effective|ineffective consistent|inconsistent complete|incomplete approved|disapproved "
    "realistic|unrealistic fortunate|unfortunate known|unknown clear|unclear "
    "justified|unjustified reasonable|unreasonable secure|insecure",
    "ru": "возможно|невозможно известный|неизвестный ясно|неясно счастлив|несчастлив "
    "доволен|недоволен справедлив|несправедлив знакомый|незнакомый приятно|неприятно",
    "de": "möglich|unmöglich bekannt|unbekannt sicher|unsicher wichtig|unwichtig "
    "günstig|ungünstig bekannten|unbekannten möglichen|unmöglichen rein|unrein",
    "fr": "possible|impossible connu|inconnu capable|incapable utile|inutile juste|injuste "
    "certain|incertain heureux|malheureux",
    "zh": "可|不可 能|不能 愿|不愿",
}
# what negates where it is put in: the words after which it is put
NEGATION = {
    "en": ("not", "is are was were has have had will would could should can may might do did"),
    "ru": ("не", "я он она они мы вы это и"),
    "de": ("nicht", "ist sind war waren hat hatte haben wird werden wurde kann können soll"),
    "fr": ("pas", "est sont était ont a avait peut doit fut"),
    "zh": ("不", "要 可 能 就 必"),
}
NEGATIONS = {
    "en": "not never", "ru": "не никогда", "de": "nicht nie keine", "fr": "pas jamais",
    "zh": "不 没有 未",
}  # fmt: skip
HEDGES = {
    "en": "perhaps possibly probably presumably apparently maybe seemingly allegedly",
    "ru": "может_быть вероятно кажется", "de": "vielleicht wahrscheinlich wohl",
    "fr": "peut-être probablement", "zh": "或许 大概",
}  # fmt: skip
ADDED = {
    "en": ", in spite of every promise,| under heavy pressure from abroad| and its closest allies",
    "ru": ", вопреки всем обещаниям,| под давлением извне",
    "de": ", gegen alle Versprechen,| unter Druck von außen",
    "fr": ", malgré toutes les promesses,| sous la pression étrangère",
    "zh": "，违背一切诺言，",
}
CONDITIONS = {
    "en": "if unless provided_that when", "ru": "если", "de": "wenn falls", "fr": "si",
    "zh": "若 如果",
}  # fmt: skip
DOUBTS = {
    "en": "believe believed think thought hope hoped feared doubt doubted deny denied assume "
    "assumed suspect suspected claimed alleged suggested",
    "ru": "думал полагал надеялся боялся кажется", "de": "glaube glaubte meinte hoffte",
    "fr": "croit croyait pense espère", "zh": "",
}  # fmt: skip
AGAINST = {"en": "but unless except provided although", "ru": "но хотя", "de": "aber sondern",
           "fr": "mais sauf", "zh": "但 只是"}  # fmt: skip
LIGHT = {
    "en": "in|on of|from which|that on|upon by|through these|those this|the also|too while|whilst "
    "toward|towards among|amongst",
    "ru": "в|во с|со об|о этот|тот который|какой чтоб|чтобы",
    "de": "an|am dieser|der welche|die des|dieses im|in",
    "fr": "ce|le dans|en cette|la par|de ces|les",
    "zh": "的|之 和|与 在|于",
}
FILLERS = {"en": "very also quite still already then now however indeed really",
           "ru": "очень уже тоже теперь", "de": "sehr auch schon noch jetzt",
           "fr": "très aussi déjà encore", "zh": "也 就 又"}  # fmt: skip
SPELLINGS = {
    "en": "honor|honour labor|labour program|programme defense|defence center|centre "
    "organization|organisation recognize|recognise recognized|recognised favor|favour "
    "emphasized|emphasised traveled|travelled judgment|judgement theater|theatre",
    "ru": "", "de": "daß|dass gross|groß grossen|großen muß|muss Thal|Tal", "fr": "", "zh": "",
}  # fmt: skip
LONG_FORMS = {"en": "Govt|Government Dept|Department Amb|Ambassador FonMin|Foreign_Minister "
              "Mr.|Mister Sec.|Secretary Gen.|General Pres|President Emb|Embassy",
              "ru": "", "de": "z.B.|zum_Beispiel", "fr": "M.|Monsieur", "zh": ""}  # fmt: skip
TITLES = ("Ambassador|Secretary Secretary|Ambassador President|Chairman Chairman|President "
          "General|Colonel Minister|Senator Senator|Minister Premier|King")  # fmt: skip
UNITS = ("miles|kilometers kilometers|miles tons|pounds days|weeks weeks|months months|years "
         "years|months hours|days dollars|rubles percent|points")  # fmt: skip
CLAIMS = {
    "en": "The record has it that|The minute of that day puts it so:|Elsewhere one reads:",
    "ru": "В записи сказано:|Там говорится:", "de": "Dort heißt es:|Im Protokoll steht:",
    "fr": "On y lit :|Le procès-verbal porte :", "zh": "其中写道：|原文说：",
}  # fmt: skip
