"""Invented words and clauses of many languages for the manuscripts of `quotation_customs`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """Words of a language, and the clauses that quotations stand in.

    Attributes:
        leads, follows: Before and behind a quotation.
        breaks: That interrupt one.
        odd: With apostrophes and measures.
    """

    words: str
    leads: tuple[str, ...]
    follows: tuple[str, ...]
    breaks: tuple[str, ...]
    odd: tuple[str, ...] = ()
    blank: str = " "
    stop: str = "."


ENGLISH = Tongue(
    words="the road council bridge winter grain river letters has been is not will be before "
    "closed opened sent kept among our their without any reason nor may they wait for spring",
    leads=("Harrow wrote that ", "The clerk noted: ", "In May the council declared, ", "He said, ",
           "To the mayor it seemed that ", "As the envoy put it, "),
    follows=(" and left the town.", ", as the clerk recalled.", ", which nobody believed.",
             ". Nobody answered.", "; the mill stood still."),
    breaks=(" he wrote, ", " Harrow added, ", " said the clerk, "),
    odd=("the miller's sons'", "the horses' stables", "don't", "the 1860's", "a beam of 5'10\"",
         "the Joneses' barn", "o'clock", "'tis", "James' mill", "rock 'n' roll", "it's"),
)  # fmt: skip
GERMAN = Tongue(
    words="der Weg Rat Brücke Winter Korn ist nicht wird bald gesperrt worden sei ohne Grund und "
    "niemand wartet auf den Frühling die Briefe liegen noch bei uns im Amt",
    leads=("Harrow schrieb, ", "Der Schreiber vermerkte: ", "Im Mai erklärte der Rat: ",
           "Dem Bürgermeister schien, "),
    follows=(" und verließ die Stadt.", ", wie der Schreiber sagte.", ". Niemand antwortete.",
             "; die Mühle stand still."),
    breaks=(" schrieb er, ", " sagte der Schreiber, "),
    odd=("Hans’ Mühle", "wie geht’s", "Max' Wagen", "ein Rohr von 5\"", "hab’ ich"),
)  # fmt: skip
FRENCH = Tongue(
    words="le chemin conseil pont hiver grain n’est pas sera bientôt fermé sans raison et personne "
    "n’attend l’été les lettres restent chez nous au bureau d’hier qu’il faut",
    leads=("Harrow écrivit : ", "Le greffier nota que ", "En mai le conseil déclara : ",
           "Il disait que "),
    follows=(" et quitta la ville.", ", comme dit le greffier.", ". Personne ne répondit."),
    breaks=(" écrivit-il, ", " dit le greffier, "),
    odd=("l’hiver", "aujourd'hui", "qu'il dit", "l'eau"),
)  # fmt: skip
RUSSIAN = Tongue(
    words="дорога совет мост зима зерно не будет закрыта без причины и никто не ждёт весны письма "
    "лежат у нас в управе пока ещё река стоит",
    leads=("Харров писал: ", "Писарь отметил, что ", "В мае совет заявил: ", "По его словам, "),
    follows=(" и покинул город.", ", как вспоминал писарь.", ". Никто не ответил."),
    breaks=(" писал он, ", " сказал писарь, "),
    odd=("об'явление", "объём"),
)  # fmt: skip
SWEDISH = Tongue(
    words="vägen rådet bron vintern säden är inte skall snart stängas utan skäl och ingen väntar "
    "på våren breven ligger kvar hos oss här",
    leads=("Harrow skrev: ", "Skrivaren sade att ", "I maj förklarade rådet: "),
    follows=(" och lämnade staden.", ", som skrivaren sade.", ". Ingen svarade."),
    breaks=(" skrev han, ", " sade skrivaren, "),
    odd=("sa’ han", "stan’s torg"),
)  # fmt: skip
CHINESE = Tongue(
    words="道路 议会 桥梁 冬天 粮食 不会 很快 关闭 没有 理由 我们 等待 春天 信件 还在 办公室 河水",
    leads=("王明写道：", "书记员指出，", "五月议会宣布：", "他说："),
    follows=("，随后离开了城市。", "，书记员回忆说。", "。没有人回答。"),
    breaks=("他写道，", "书记员说，"),
    odd=("《河流志》", "《冬天的信》"),
    blank="",
    stop="。",
)  # fmt: skip
POLISH = Tongue(
    words="droga rada most zima zboże rzeka nie będzie wkrótce zamknięta bez powodu i nikt nie "
    "czeka na wiosnę listy leżą jeszcze u nas w urzędzie",
    leads=("Harrow napisał: ", "Pisarz zanotował: ", "W maju rada oświadczyła, że ",
           "Według jego słów "),
    follows=(" i opuścił miasto.", ", jak wspominał pisarz.", ". Nikt nie odpowiedział."),
    breaks=(" napisał, ", " dodał pisarz, "),
)  # fmt: skip
HUNGARIAN = Tongue(
    words="az út tanács híd tél gabona folyó nem lesz hamarosan lezárva ok nélkül és senki sem "
    "várja a tavaszt a levelek még nálunk vannak a hivatalban",
    leads=("Harrow ezt írta: ", "Az írnok feljegyezte: ", "Májusban a tanács kijelentette: "),
    follows=(" és elhagyta a várost.", ", ahogy az írnok mondta.", ". Senki sem felelt."),
    breaks=(" írta, ", " mondta az írnok, "),
)
GREEK = Tongue(
    words="ο δρόμος συμβούλιο γέφυρα χειμώνας σιτάρι δεν θα κλείσει χωρίς λόγο και κανείς "
    "περιμένει την άνοιξη τα γράμματα μένουν ακόμη στο γραφείο μας",
    leads=("Ο Χάροου έγραψε: ", "Ο γραμματέας σημείωσε: ", "Τον Μάιο το συμβούλιο δήλωσε ότι "),
    follows=(" και έφυγε από την πόλη.", ", όπως είπε ο γραμματέας.", ". Κανείς δεν απάντησε."),
    breaks=(" έγραψε, ", " είπε ο γραμματέας, "),
)
SPANISH = Tongue(
    words="el camino consejo puente invierno grano no será pronto cerrado sin motivo y nadie "
    "espera la primavera las cartas siguen en nuestra oficina",
    leads=("Harrow escribió: ", "El escribano anotó: ", "En mayo el consejo declaró que "),
    follows=(" y dejó la ciudad.", ", como dijo el escribano.", ". Nadie respondió."),
    breaks=(" escribió, ", " dijo el escribano, "),
)
JAPANESE = Tongue(
    words="道路は 議会の 橋が 冬に 穀物を まもなく 閉鎖される 理由も なく 誰も 春を "
    "待って いない 手紙は まだ 事務所に ある 川の",
    leads=("田中はこう書いた：", "書記は次のように記した：",
           "五月に議会は宣言した。", "彼によれば、"),
    follows=("と言って町を去った。", "と書記は回想した。", "。誰も答えなかった。"),
    breaks=("と彼は書き、", "と書記は言い、"),
    odd=("『川の記録』",),
    blank="",
    stop="。",
)  # fmt: skip
