"""English names of languages and scripts, and the scripts written from right to left.

A short table of our own: the names of langcodes need a second, large package.
"""

LANGUAGE_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "arc": "Aramaic", "as": "Assamese",
    "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bo": "Tibetan",
    "bs": "Bosnian", "ca": "Catalan", "cmn": "Mandarin Chinese", "cs": "Czech",
    "cu": "Church Slavonic", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "fro": "Old French", "ga": "Irish",
    "gl": "Galician", "gmh": "Middle High German", "goh": "Old High German", "got": "Gothic",
    "grc": "Ancient Greek", "gu": "Gujarati", "hbo": "Biblical Hebrew", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz",
    "la": "Latin", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "lzh": "Classical Chinese",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "mul": "several languages", "my": "Burmese", "nb": "Norwegian Bokmål", "ne": "Nepali",
    "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian", "orv": "Old Russian",
    "ota": "Ottoman Turkish", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sa": "Sanskrit", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "syc": "Classical Syriac", "ta": "Tamil", "te": "Telugu", "tg": "Tajik",
    "th": "Thai", "tk": "Turkmen", "tr": "Turkish", "tt": "Tatar", "ug": "Uyghur",
    "uk": "Ukrainian", "und": "language not known", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "yi": "Yiddish", "yue": "Cantonese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip

SCRIPT_NAMES = {
    "Arab": "Arabic script", "Aran": "Nastaliq", "Armn": "Armenian script", "Cyrl": "Cyrillic",
    "Cyrs": "Old Cyrillic", "Deva": "Devanagari", "Geor": "Georgian script", "Glag": "Glagolitic",
    "Grek": "Greek script", "Hang": "Hangul", "Hani": "Han", "Hans": "Simplified",
    "Hant": "Traditional", "Hebr": "Hebrew script", "Jpan": "Japanese script",
    "Kore": "Korean script", "Latf": "Fraktur", "Latg": "Gaelic type", "Latn": "Latin script",
    "Syrc": "Syriac script", "Zyyy": "script not known",
}  # fmt: skip

# The likely-subtags data behind langcodes is silent or odd about languages no longer spoken.
HISTORICAL_SCRIPTS = {
    "arc": "Hebr", "cu": "Cyrs", "gez": "Ethi", "grc": "Grek", "hbo": "Hebr", "lzh": "Hani",
    "mul": "Zyyy", "orv": "Cyrs", "ota": "Arab", "sa": "Deva", "syc": "Syrc", "zxx": "Zyyy",
}  # fmt: skip

RIGHT_TO_LEFT = frozenset((
    "Adlm", "Arab", "Aran", "Armi", "Hebr", "Mand", "Mani", "Nkoo", "Orkh", "Phnx", "Rohg",
    "Samr", "Sogd", "Syrc", "Thaa", "Yezi",
))  # fmt: skip
