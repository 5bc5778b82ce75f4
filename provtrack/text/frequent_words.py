"""Frequent words and telling letters of languages, by script: what `text.languages` detects by.

Short lists of our own, of function words that stand in nearly every paragraph. Words are in case
folding; those of Greek, Hebrew and Arabic without points and accents. A language missing here is
never detected; it can always be stated.
"""

LATIN = {
    "en": "the of and to in that is was for it with as his he be by on not are which this at "
    "from had have they were has their or an would you will been there all we",
    "de": "der die und in den das von zu ist des sich mit dem dass daß nicht ein eine auf für er "
    "es im als auch an werden aus wird sie hat bei oder um wir ich einer vnd über zur nach",
    "fr": "le la les de des et à en un une du que qui dans est il par pour au sur pas ne ce se "
    "sont avec plus aux son été cette ou nous être ont mais d l qu",
    "es": "el la los las de y en que a se un una del por con no para es al lo como su más fue sus "
    "ha sobre pero este está entre o cuando muy sin también le "
    "les había han hay ser esta eso desde nos ya",
    "it": "il la di e che in un una per del non della con è si da le dei al come sono gli nel alla "
    "più ha anche ma dal delle questo essere lo i ed",
    "pt": "o a os as de e que em do da um uma para com não por se na no dos mais como ao foi das "
    "seu sua é ser pelo pela também são à",
    "ca": "el la els les de i que en un una del per amb no és es al als va com més seva ha són "
    "aquest aquesta han dels però",
    "pl": "i w na z że się nie do jest to o jak za od po przez co dla oraz tego ale są był tym ich "
    "które która który już jego być we pan",
    "cs": "a v se na že je z s do o i to jako za k ve by jsem bylo pro jsou který která které však "
    "při od aby ale byl ze nebo podle není",
    "sk": "a v sa na že je z s do o aj to ako za k vo by som bolo pre sú ktorý ktorá ktoré však "
    "pri od aby ale bol zo alebo podľa nie",
    "hu": "a az és hogy nem is egy ez volt meg csak de ha mint el már még vagy azt ezt kell lesz "
    "pedig által olyan után szerint ki",
    "ro": "de și şi în la a cu pe care nu din că o un se pentru sa este mai au fost prin le al "
    "sunt ale lui sau dar ca fi",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die om als ook was hij maar "
    "door bij of uit ze wordt naar heeft deze",
    "sv": "och i att det som en på är av för med den till inte har de om ett var sig men vi från "
    "han eller kan så vid när under också skall",
    "da": "og i at det som en på er af for med den til ikke har de om et var sig men vi fra han "
    "eller kan så ved når under også skal efter blev",
    "nb": "og i at det som en på er av for med den til ikke har de om et var seg men vi fra han "
    "eller kan så ved når under også skal etter ble",
    "fi": "ja on ei se että oli en hän mutta ovat kun joka tai niin olla sen mukaan kuin myös ole "
    "tämä sekä jos hänen",
    "la": "et in est non ad ut cum quod qui sed si ex ab sunt enim etiam nec per esse quae atque "
    "quam aut autem de eius ac hoc quem quo",
    "tr": "ve bir bu da de için ile olarak çok daha gibi en kadar sonra var ne olan ancak ki her "
    "o ya değil ise olduğu tarafından",
    "hr": "i u je na se da za su od s ne to o koji koja koje kao iz bi ili nije ali što sa po biti "
    "te će ga",
    "vi": "và của là có không được cho với trong một những các này đã người để khi từ về như đến "
    "cũng ra ở",
    "id": "yang dan di dengan untuk dari dalam ini itu pada tidak adalah akan ke oleh sebagai "
    "telah atau juga karena orang",
    "lt": "ir kad į yra ne su iš buvo kaip tai bet jo jis apie už ar taip pat po prie dėl nuo",
    "lv": "un ir ka ar no uz par to bija kā bet nav viņš ko pie pēc arī tas vai lai šo",
    "et": "ja on ei et see oli ta kui ka mis oma aga või nii selle kes tema siis nagu ning",
}

CYRILLIC = {
    "ru": "и в не на что с он как по это из у за но к о все мы его от так же то бы для был я вы "
    "или была было были быть если который которые также еще ещё при во со ему об этом его ее её им "
    "них ним чем этого себя только уже нет когда чтобы ли под после мне меня",
    "uk": "і в не на що з він як по це у за але до та й від так же то б для був я ви або була було "
    "були бути якщо який які також ще при про його є йому цей цього її їх ним себе тільки вже "
    "немає коли щоб чи під після мені мене",
    "be": "і ў не на што з ён як па гэта у за але да і ад так жа то б для быў я вы або была было "
    "былі быць калі які якія таксама яшчэ пры пра яго ёсць яму гэты гэтага яе іх сябе толькі ўжо "
    "няма каб ці пад пасля мне мяне",
    "bg": "и в не на че с той как по това от у за но до се са е да ще или беше бъде ако който "
    "която които също още при във със си към",
    "sr": "и у не на да се је су за од са он као по то из али до или била било бити ако који која "
    "које такође још при би што нису ће",
    "mk": "и во не на дека се е за од со тој како по тоа но до или беше ако кој која кои исто при "
    "би што ќе да ги го",
    "kk": "және мен да де бұл үшін болып бар осы деп бір емес ол сол туралы еді",
    "mn": "нь ба бол энэ юм байна болон тэр их байсан гэж ч дээр",
}

GREEK = {
    "el": "και να το του η της ο την τα που με για απο θα δεν ειναι στο στην οι των τον σε μας "
    "αυτο ενα μια οτι στη στις στους",
    "grc": "και δε τον μεν την γαρ τε εν των το ο η ου τοις ως εις αλλα προς ουν τω τη ουκ αν ει "
    "τους κατα περι αυτον επι",
}

HEBREW = {
    "he": "של את על לא הוא כי זה עם גם אם היא היה או מה כל אני יש אין זו אבל רק בין כך לפי אשר "
    "לו לה להם שלא אמר היו לאחר יותר",
    "hbo": "ויאמר ותאמר אשר את כי אל לא על ויהי ותלך לאמר הנה בני אלהים ויבא ותשב יהוה אתה ואת "
    "כל לו לה מן",
    "yi": "און איז פון דער די נישט מיט צו אין האט ער זיך דאס א אז וואס אויף זיי ניט",
}

ARABIC = {
    "ar": "في من على إلى الى أن ان هذا هذه التي الذي لا ما كان عن مع كل أو لم ولا قد بين ذلك بعد "
    "كما وقد وفي حق",
    "fa": "و در به از که این را است با برای آن یک تا بر هر خود شد ها می بود او اما یا نیز باید هیچ",
    "ur": "کے میں ہے کی اور سے کو کا اس کہ پر نے یہ ہیں نہیں ایک وہ بھی تھا ہو کسی جو",
    "ps": "د په او چې ته له کې هم دا دې څخه سره یو نه وو کړي شي دی",
}

DEVANAGARI = {
    "hi": "है के में की से का और को पर ने यह हैं कि नहीं एक वह भी था हो इस या जो किसी कर प्रत्येक",
    "mr": "आहे आणि च्या या ते हे की नाही व एक होते ती त्या असे आहेत तो किंवा केली मध्ये",
    "ne": "छ र को मा लाई यो गर्न पनि हो छन् एक गरेको भएको तथा वा कुनै प्रत्येक",
    "sa": "च तु एव न इति तत् सः अपि वा तस्य यत् हि अथ तथा ते",
}

# Letters that the other languages of the list for the same script do not have.
TELLING_LETTERS = {
    "Latn": {"pl": "łąęśżź", "cs": "ěřů", "hu": "őű", "ro": "șțăţ", "tr": "ğı", "es": "ñ¿¡"},
    "Cyrl": {
        "ru": "ыэ",
        "uk": "їєґ",
        "be": "ўэы",
        "bg": "ъ",
        "sr": "ђћљњџј",
        "mk": "ѓќѕљњј",
        "kk": "қғңұһә",
        "mn": "өү",
    },
    "Grek": {},
    "Hebr": {"hbo": "\u0591\u0596\u05a3\u0594\u05a5\u05bd\u0597\u0599"},
    "Arab": {"ar": "ةىكيأإ", "fa": "ژگپچ", "ur": "ٹڈڑںےہ", "ps": "ښګېډړځڅ"},
    "Deva": {"mr": "ळ"},
}

FREQUENT_WORDS = {
    "Latn": LATIN,
    "Cyrl": CYRILLIC,
    "Grek": GREEK,
    "Hebr": HEBREW,
    "Arab": ARABIC,
    "Deva": DEVANAGARI,
}

# Chinese has no spaces between words: single characters of the written vernacular, and of the
# classical language.
VERNACULAR_CHINESE = "的了是在我你他她們们這这那沒没着過过個个就都把被嗎吗"
CLASSICAL_CHINESE = "之其而以也矣曰者焉乎哉吾汝於兮耶"

# Scripts that one living language writes, so that the script tells it.
ONE_LANGUAGE = {
    "Armn": "hy",
    "Geor": "ka",
    "Thai": "th",
    "Taml": "ta",
    "Telu": "te",
    "Gujr": "gu",
    "Guru": "pa",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Khmr": "km",
    "Laoo": "lo",
    "Mymr": "my",
    "Tibt": "bo",
    "Kore": "ko",
    "Jpan": "ja",
}
