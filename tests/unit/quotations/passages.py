"""Invented passages that are hard to read, with the quotations a reader sees in them.

Written before the rules. `quoted` are quotations of a source in order, those inside others left
out; `inner` are quotations inside others; `ignored` are titles, terms and scare quotes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hard:
    """A passage of a publication and what it quotes."""

    name: str
    text: str
    quoted: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


ENGLISH = (
    Hard(
        "straight",
        'He wrote: "The road is closed until spring."',
        ("The road is closed until spring.",),
    ),
    Hard(
        "curly",
        "He wrote: “The road is closed until spring.”",
        ("The road is closed until spring.",),
    ),
    Hard(
        "single curly",
        "He wrote: ‘The road is closed until spring.’",
        ("The road is closed until spring.",),
    ),
    Hard(
        "single straight",
        "He wrote: 'The road is closed until spring.'",
        ("The road is closed until spring.",),
    ),
    Hard(
        "LaTeX marks",
        "He wrote: ``The road is closed until spring.''",
        ("The road is closed until spring.",),
    ),
    Hard(
        "two LaTeX marks",
        "``The road is shut,'' said one; ``the pass is open,'' said another.",
        ("The road is shut,", "the pass is open,"),
    ),
    Hard(
        "doubled singles",
        "He wrote: ‘‘The road is closed until spring.’’",
        ("The road is closed until spring.",),
    ),
    Hard(
        "guillemets",
        "He wrote: «The road is closed until spring.»",
        ("The road is closed until spring.",),
    ),
    Hard(
        "inverted guillemets",
        "He wrote: »The road is closed until spring.«",
        ("The road is closed until spring.",),
    ),
    Hard(
        "single guillemets",
        "He wrote: ‹The road is closed until spring.›",
        ("The road is closed until spring.",),
    ),
    Hard(
        "contractions in singles",
        "She wrote: ‘I don’t think we’ve lost; it’s early.’",
        ("I don’t think we’ve lost; it’s early.",),
    ),
    Hard(
        "straight contractions in singles",
        "She wrote: 'I don't think we've lost; it's early.'",
        ("I don't think we've lost; it's early.",),
    ),
    Hard(
        "possessive plural in singles",
        "The note says: ‘The powers’ envoys will meet the millers’ guild on Friday.’",
        ("The powers’ envoys will meet the millers’ guild on Friday.",),
    ),
    Hard(
        "straight possessive plural",
        "The note says: 'The powers' envoys will meet on Friday.'",
        ("The powers' envoys will meet on Friday.",),
    ),
    Hard(
        "apostrophes are no marks",
        "The millers’ guild and the weavers’ guild hadn’t met since ’62.",
        (),
    ),
    Hard(
        "straight apostrophes are no marks",
        "The millers' guild and the weavers' guild hadn't met since '62.",
        (),
    ),
    Hard(
        "possessive outside",
        "The millers’ answer was plain: ‘We grind for nobody today.’ The weavers’ was not.",
        ("We grind for nobody today.",),
    ),
    Hard(
        "two singles",
        "‘We grind no corn today,’ said the miller. ‘We weave no cloth either,’ said the weaver.",
        ("We grind no corn today,", "We weave no cloth either,"),
    ),
    Hard(
        "nested single",
        "He wrote: “They called it ‘a small matter’ and left.”",
        ("They called it ‘a small matter’ and left.",),
        ("a small matter",),
    ),
    Hard(
        "nested double",
        "He wrote: ‘They called it “a small matter” and left.’",
        ("They called it “a small matter” and left.",),
        ("a small matter",),
    ),
    Hard(
        "nested straight",
        "He wrote: \"They called it 'a small matter' and left.\"",
        ("They called it 'a small matter' and left.",),
        ("a small matter",),
    ),
    Hard(
        "nested at the end",
        "He wrote: “They called it ‘a small matter.’”",
        ("They called it ‘a small matter.’",),
        ("a small matter.",),
    ),
    Hard(
        "nested at the start",
        "He wrote: “‘A small matter,’ they called it.”",
        ("‘A small matter,’ they called it.",),
        ("A small matter,",),
    ),
    Hard(
        "nested straight at the end",
        "He wrote: \"They called it 'a small matter.'\"",
        ("They called it 'a small matter.'",),
        ("a small matter.",),
    ),
    Hard(
        "three deep",
        "“He said, ‘She told me “no” twice,’ and wept.”",
        ("He said, ‘She told me “no” twice,’ and wept.",),
        ("She told me “no” twice,", "no"),
    ),
    Hard("inches", 'The gun had a 12" barrel and weighed 6 tons.', ()),
    Hard(
        "inches inside",
        'He wrote: "The 12" gun was spiked in the night."',
        ('The 12" gun was spiked in the night.',),
    ),
    Hard("feet and inches", "The man was 6'2\" tall; his brother 5'10\".", ()),
    Hard("minutes of arc", "The fort lies at 48°12'30\" north and 16°22' east.", ()),
    Hard(
        "figure before the mark",
        'The ship was sunk "in the spring of 1962" off the cape.[^1]',
        ("in the spring of 1962",),
    ),
    Hard("primes", "The gun had a 12″ barrel, 6′ long.", ()),
    Hard(
        "bracket at the start", 'He insisted: "[T]he road is closed."', ("[T]he road is closed.",)
    ),
    Hard(
        "ellipsis at the start",
        'He insisted: "... the road is closed for good."',
        ("... the road is closed for good.",),
    ),
    Hard(
        "ellipsis at the end",
        "He insisted: “the road is closed for good …”",
        ("the road is closed for good …",),
    ),
    Hard(
        "British stop",
        "He insisted that ‘the road is closed for good’.",
        ("the road is closed for good",),
    ),
    Hard(
        "in brackets",
        "The road was shut (“closed for good, as the mayor told us”) that year.",
        ("closed for good, as the mayor told us",),
    ),
    Hard(
        "after a dash",
        "One thing was plain—“the road is closed for good”—and all knew it.",
        ("the road is closed for good",),
    ),
    Hard(
        "straight after a dash",
        'One thing was plain—"the road is closed for good"—and all knew it.',
        ("the road is closed for good",),
    ),
    Hard(
        "italic", "He insisted: *“the road is closed for good.”*", ("the road is closed for good.",)
    ),
    Hard(
        "interrupted",
        "“The road is closed,” he wrote, “until the snow has gone.”",
        ("The road is closed,” he wrote, “until the snow has gone.",),
    ),
    Hard(
        "interrupted by a name",
        '"Our road," Harrow told the council, "is closed for good."',
        ('Our road," Harrow told the council, "is closed for good.',),
    ),
    Hard(
        "not interrupted",
        "“The road is closed.” He wrote this in May. “The bridge is down.”",
        ("The road is closed.", "The bridge is down."),
    ),
    Hard(
        "term before he said",
        "The northern “sectarians,” he wrote, “do not see what the bridge is worth to all of us.”",
        ("do not see what the bridge is worth to all of us.",),
        (),
        ("sectarians,",),
    ),
    Hard(
        "two of one sentence",
        "He found the road “closed until the thaw” and the bridge “quite beyond repair.”",
        ("closed until the thaw", "quite beyond repair."),
    ),
    Hard(
        "unclosed at the end",
        'He wrote: "The road is closed until the spring.\n\nThe bridge stayed open.',
        ("The road is closed until the spring.",),
    ),
    Hard(
        "unclosed, then another",
        'He wrote: "The road is closed until the spring.\n\nShe wrote: "The bridge is down again."',
        ("The road is closed until the spring.", "The bridge is down again."),
    ),
    Hard(
        "stray closing",
        "The road is closed until the spring.” She wrote: “The bridge is down again.”",
        ("The bridge is down again.",),
    ),
    Hard(
        "over paragraphs",
        "He wrote: “The road is closed.\n\n“The bridge is down.\n\n“We wait for spring.” And so.",
        ("The road is closed.\n\nThe bridge is down.\n\nWe wait for spring.",),
    ),
    Hard(
        "over paragraphs, straight",
        'He wrote: "The road is closed.\n\n"The bridge is down as well."\n\nSo it was.',
        ("The road is closed.\n\nThe bridge is down as well.",),
    ),
    Hard(
        "over paragraphs, singles",
        "He wrote: ‘The road is closed.\n\n‘The bridge is down as well.’ So it was.",
        ("The road is closed.\n\nThe bridge is down as well.",),
    ),
    Hard(
        "scare quotes",
        "The so-called “reform” changed nothing for the valley.",
        (),
        (),
        ("reform",),
    ),
    Hard("term", "The label “open valley” explains very little.", (), (), ("open valley",)),
    Hard(
        "term of single marks",
        "The slogan ‘bread first’ was painted on the mill.",
        (),
        (),
        ("bread first",),
    ),
    Hard(
        "title",
        "See Anne Harrow, “The Mills of the Valley,” Journal of Small Rivers 4 (1988): 12–30.",
        (),
        (),
        ("The Mills of the Valley,",),
    ),
    Hard(
        "heading that nothing shows but its capitals",
        "The meeting on Friday was about “Status of Roads in the Upper Valley.” Nobody spoke.",
        (),
        (),
        ("Status of Roads in the Upper Valley.",),
    ),
    Hard(
        "article named",
        "In an article entitled “The Closing of the Northern Road” she disagreed.",
        (),
        (),
        ("The Closing of the Northern Road",),
    ),
    Hard(
        "short but with a note", "The mayor thought it “a small matter”.[^1]", ("a small matter",)
    ),
    Hard("short after a verb", "The mayor said “a small matter”.", ("a small matter",)),
    Hard(
        "hard-wrapped",
        "He wrote: “The road\nis closed until\nspring.”",
        ("The road is closed until spring.",),
    ),
    Hard(
        "mixed close",
        'He wrote: “The road is closed until spring." Nobody came.',
        ("The road is closed until spring.",),
    ),
    Hard(
        "wrong way round",
        "He wrote: “The road is closed until spring.“ Nobody came.",
        ("The road is closed until spring.",),
    ),
    Hard(
        "no-break space inside",
        "He wrote: “\u00a0The road is closed until spring.\u00a0”",
        ("The road is closed until spring.",),
    ),
    Hard(
        "no space before",
        'He wrote:"The road is closed until spring." Nobody came.',
        ("The road is closed until spring.",),
    ),
    Hard(
        "omitted figures",
        "In the summer of ’61 he wrote: ‘The road was closed in ’59 and ’60.’",
        ("The road was closed in ’59 and ’60.",),
    ),
    Hard("dialect", "She wrote: ‘Tell ’em the road’s shut.’", ("Tell ’em the road’s shut.",)),
    Hard("question", "Who had asked, “Is the road closed?” and why?", ("Is the road closed?",)),
    Hard("ditto marks", 'Mill    "    "\nRoad    "    "', ()),
    Hard("code", 'Type `print("hello to all of you")` and wait.', ()),
)

OTHERS = (
    Hard(
        "German",
        "Er schrieb: „Die Straße ist bis zum Frühjahr gesperrt.“",
        ("Die Straße ist bis zum Frühjahr gesperrt.",),
    ),
    Hard(
        "German nested",
        "Er schrieb: „Man nannte es ‚eine Kleinigkeit‘ und ging.“",
        ("Man nannte es ‚eine Kleinigkeit‘ und ging.",),
        ("eine Kleinigkeit",),
    ),
    Hard(
        "German guillemets",
        "Er schrieb: »Man nannte es ›eine Kleinigkeit‹ und ging.«",
        ("Man nannte es ›eine Kleinigkeit‹ und ging.",),
        ("eine Kleinigkeit",),
    ),
    Hard(
        "German typed",
        'Er schrieb: ,,Die Straße ist bis zum Frühjahr gesperrt."',
        ("Die Straße ist bis zum Frühjahr gesperrt.",),
    ),
    Hard(
        "German interrupted",
        "„Die Straße“, schrieb er, „ist bis zum Frühjahr gesperrt.“",
        ("Die Straße“, schrieb er, „ist bis zum Frühjahr gesperrt.",),
    ),
    Hard(
        "Polish", "Napisał: „Droga jest zamknięta do wiosny.”", ("Droga jest zamknięta do wiosny.",)
    ),
    Hard(
        "Swedish",
        "Han skrev: ”Vägen är stängd till våren.” Ingen kom.",
        ("Vägen är stängd till våren.",),
    ),
    Hard(
        "Finnish guillemets",
        "Hän kirjoitti: »Tie on suljettu kevääseen asti.» Kukaan ei tullut.",
        ("Tie on suljettu kevääseen asti.",),
    ),
    Hard(
        "French",
        "Il écrivit : « La route est fermée jusqu’au printemps. »",
        ("La route est fermée jusqu’au printemps.",),
    ),
    Hard(
        "French nested",
        "Il écrivit : « On parla d’une “petite affaire” et l’on partit. »",
        ("On parla d’une “petite affaire” et l’on partit.",),
        ("petite affaire",),
    ),
    Hard(
        "French interrupted",
        "« La route, écrivit-il, est fermée. »",
        ("La route, écrivit-il, est fermée.",),
    ),
    Hard(
        "French over paragraphs",
        "Il écrivit : « La route est fermée.\n\n« Le pont est tombé. » Voilà tout.",
        ("La route est fermée.\n\nLe pont est tombé.",),
    ),
    Hard(
        "French closing later",
        "Il écrivit : « La route est fermée.\n\nLe pont est tombé. » Voilà tout.",
        ("La route est fermée.\n\nLe pont est tombé.",),
    ),
    Hard(
        "Russian",
        "Он писал: «Дорога закрыта до весны». Никто не пришёл.",
        ("Дорога закрыта до весны",),
    ),
    Hard(
        "Russian nested",
        "Он писал: «Это назвали „мелочью“ и ушли».",
        ("Это назвали „мелочью“ и ушли",),
        ("мелочью",),
    ),
    Hard(
        "Russian nested alike",
        "Он писал: «Газета «Мельник» молчит о дороге».",
        ("Газета «Мельник» молчит о дороге",),
        ("Мельник",),
    ),
    Hard(
        "Russian nested alike, one close",
        "Он писал: «О дороге молчит газета «Мельник». Никто не пришёл.",
        ("О дороге молчит газета «Мельник",),
        ("Мельник",),
    ),
    Hard(
        "Russian interrupted",
        "«Дорога, — писал он, — закрыта до весны».",
        ("Дорога, — писал он, — закрыта до весны",),
    ),
    Hard("Russian name of a paper", "Газета «Мельник» вышла в мае.", (), (), ("Мельник",)),
    Hard("Chinese", "他写道:“道路封闭到春天。”没有人来。", ("道路封闭到春天。",)),
    Hard("Chinese corner", "他寫道:「道路封閉到春天。」沒有人來。", ("道路封閉到春天。",)),
    Hard(
        "Chinese corner nested",
        "他寫道:「人們說『小事一樁』就走了。」",
        ("人們說『小事一樁』就走了。",),
        ("小事一樁",),
    ),
    Hard("Chinese title", "他在《山谷的磨坊》中说明了这一点。", (), (), ("山谷的磨坊",)),
    Hard(
        "Spanish",
        "Escribió: «El camino está cerrado hasta la primavera».",
        ("El camino está cerrado hasta la primavera",),
    ),
    Hard(
        "Italian",
        "Scrisse: «La strada è chiusa fino a primavera.» Nessuno venne.",
        ("La strada è chiusa fino a primavera.",),
    ),
    Hard(
        "Italian elision",
        "L’altro scrisse: ‘L’osteria dell’angolo è chiusa.’ Nessuno venne.",
        ("L’osteria dell’angolo è chiusa.",),
    ),
    Hard(
        "Ukrainian apostrophe",
        "Він писав: «П’ять мостів закрито до весни».",
        ("П’ять мостів закрито до весни",),
    ),
    Hard(
        "Hebrew gershayim",
        'הוא כתב: "הדרך סגורה עד האביב" ולא בא איש מצה"ל.',
        ("הדרך סגורה עד האביב",),
    ),
)

DAMAGED = (
    Hard(
        "plural inside an inner quotation",
        "He wrote ‘before the horses’ stables stood “the mill” for good’, which all believed.",
        ("before the horses’ stables stood “the mill” for good",),
        ("the mill",),
    ),
    Hard(
        "and between apostrophes",
        "He wrote ‘the rock ’n’ roll of the mill wheel goes on and on’, and left.",
        ("the rock ’n’ roll of the mill wheel goes on and on",),
    ),
    Hard(
        "interrupted before a German noun",
        "„Der Rat schließt,“ sagte der Schreiber, „Brücke und Weg vor dem Winter.“",
        ("Der Rat schließt,“ sagte der Schreiber, „Brücke und Weg vor dem Winter.",),
    ),
    Hard(
        "two speakers are two quotations",
        "“The road is shut,” wrote Harrow, and the mayor added, “Nothing can be done now.”",
        ("The road is shut,", "Nothing can be done now."),
    ),
    Hard(
        "interrupted in French",
        "« Le chemin est fermé, » écrivit-il, « jusqu’au printemps. »",
        ("Le chemin est fermé, » écrivit-il, « jusqu’au printemps.",),
    ),
    Hard(
        "interrupted in Chinese",
        "“道路已经关闭很久，”他写道，“《春天的信》还没有到来。”",
        ("道路已经关闭很久，”他写道，“《春天的信》还没有到来。",),
        ("春天的信",),
    ),
    Hard(
        "interrupted by a misread verb, with a misread mark",
        '"The road is shut,” he wrcte, “until the spring.”',
        ("The road is shut,” he wrcte, “until the spring.",),
    ),
    Hard(
        "inches in a Polish quotation",
        'Der Rat schrieb: „Ein Rohr von 5" liegt unter dem Weg”. Niemand kam.',
        ('Ein Rohr von 5" liegt unter dem Weg',),
    ),
    Hard("minute marks", "他写道：〝道路关闭到春天〞。", ("道路关闭到春天",)),
    Hard("marks of halved width", "他写道：｢道路关闭到春天｣。", ("道路关闭到春天",)),
    Hard(
        "straight mark behind a Chinese colon",
        '五月议会宣布："道路关闭到春天，没有理由"，随后离开。',
        ("道路关闭到春天，没有理由",),
    ),
    Hard(
        "German closing mark behind a blank",
        "Er schrieb: „Der Weg ist gesperrt “, wie alle sagen. „Der Rat schweigt dazu“, sagte er.",
        ("Der Weg ist gesperrt", "Der Rat schweigt dazu"),
    ),
    Hard(
        "Swedish opening mark before a blank",
        "Han skrev: ” vägen är stängd till våren”. Han sade: ”bron är öppen igen”.",
        ("vägen är stängd till våren", "bron är öppen igen"),
    ),
    Hard(
        "lost opening mark",
        "Nobody came. He wrote that the road is shut until spring” and left the town.",
        ("the road is shut until spring",),
    ),
    Hard("lost opening mark that nothing brings in", "The road is shut until spring” and so on."),
    Hard(
        "inches before a paragraph that opens again",
        'Der Rat schrieb: „Ein Rohr von 5" liegt dort.\n\n„Es ist neu und dicht."',
        ('Ein Rohr von 5" liegt dort.\n\nEs ist neu und dicht.',),
    ),
    Hard(
        "second paragraph whose closing mark is lost",
        "He wrote: “The road is shut.\n\n“The bridge is down.\n\nNobody answered.",
        ("The road is shut.\n\nThe bridge is down.",),
    ),
    Hard("a line drawn with marks", 'The road.\n\n""""""""""""""""""\n\nThe mill.'),
)

PASSAGES = ENGLISH + OTHERS + DAMAGED
