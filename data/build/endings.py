"""Turns a word's first form into the forms that texts use: plurals, genders, Russian cases, Arabic prefixes."""

PLURAL_ALIKE = ("ese", "sh", "ch", "ss", "se", "x", "ois", "s", "ic")
# Ending of the masculine singular -> what replaces it: masculine, feminine, their plurals.
ADJECTIVES = {
    "fr": {
        "éen": ("éen", "éenne", "éens", "éennes"),
        "ien": ("ien", "ienne", "iens", "iennes"),
        "yen": ("yen", "yenne", "yens", "yennes"),
        "ais": ("ais", "aise", "aises"),
        "ois": ("ois", "oise", "oises"),
        "ain": ("ain", "aine", "ains", "aines"),
        "an": ("an", "ane", "ans", "anes"),
        "in": ("in", "ine", "ins", "ines"),
        "ol": ("ol", "ole", "ols", "oles"),
        "nd": ("nd", "nde", "nds", "ndes"),
        "i": ("i", "ie", "is", "ies"),
        "e": ("e", "es"),
    },
    "es": {
        "és": ("és", "esa", "eses", "esas"),
        "án": ("án", "ana", "anes", "anas"),
        "ol": ("ol", "ola", "oles", "olas"),
        "o": ("o", "a", "os", "as"),
        "í": ("í", "íes", "ís"),
        "e": ("e", "es"),
        "a": ("a", "as"),
    },
    "it": {
        "ese": ("ese", "esi"),
        "co": ("co", "ca", "ci", "chi", "che"),
        "ta": ("ta", "ti", "te"),
        "go": ("go", "ga", "ghi", "ghe"),
        "o": ("o", "a", "i", "e"),
        "e": ("e", "i"),
        "a": ("a", "i", "e"),
    },
    "pt": {
        "ês": ("ês", "esa", "eses", "esas"),
        "eno": ("eno", "ena", "enos", "enas"),
        "ol": ("ol", "ola", "óis", "olas"),
        "ão": ("ão", "ã", "ãos", "ães", "ãs"),
        "eu": ("eu", "eia", "eus", "eias"),
        "o": ("o", "a", "os", "as"),
        "e": ("e", "es"),
        "a": ("a", "as"),
        "i": ("i", "is"),
    },
}
GERMAN_ADJECTIVE = ("", "e", "en", "er", "es", "em")
RUSSIAN_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
HARD = "бвгджзклмнпрстфхцчшщ"
# Ending of the nominative -> what replaces it in the other cases.
RUSSIAN_NAMES = {
    "ия": ("ии", "ию", "ией"),
    "ея": ("еи", "ее", "ею", "еей"),
    "ья": ("ьи", "ье", "ью", "ьей"),
    "ка": ("ки", "ке", "ку", "кой"),
    "га": ("ги", "ге", "гу", "гой"),
    "ша": ("ши", "ше", "шу", "шей"),
    "а": ("ы", "е", "у", "ой"),
    "й": ("я", "ю", "ем", "е"),
    "ы": ("", "ам", "ами", "ах"),
}
SOFT_FEMININE = ("ь", ("и", "ью"))
SOFT_MASCULINE = ("ь", ("я", "ю", "ем", "е"))
MASCULINE = frozenset(
    {"Израиль", "Чернобыль", "Браззавиль", "Либревиль", "Сиануквиль", "Гуаякиль", "Марсель", "Базель", "Неаполь"}
    | {"Порт-Жантиль", "Малакаль", "Шэньчжэнь", "Сиань"}
)


def english(singular: str) -> list[str]:
    """Return an English demonym and its plural."""
    return [singular] if singular.endswith(PLURAL_ALIKE) else [singular, f"{singular}s"]


def romance(masculine: str, language: str) -> list[str]:
    """Return the forms of a French, Spanish or Portuguese adjective, given its masculine singular."""
    for ending, forms in ADJECTIVES[language].items():
        if masculine.endswith(ending):
            return [masculine.removesuffix(ending) + form for form in forms]
    return [masculine, f"{masculine}s"]


def german(word: str) -> list[str]:
    """Return the forms of a German adjective in -isch ("albanisch"), or of a noun for people ("Albaner")."""
    endings = ("", "n", "in", "innen") if word[0].isupper() and not word.endswith("isch") else GERMAN_ADJECTIVE
    return [word + ending for ending in endings]


def german_name(name: str) -> list[str]:
    """Return a name of one word and its genitive: "Albanien", "Albaniens"."""
    return [name] if " " in name or name.endswith(("s", "z", "x")) else [name, f"{name}s"]


def russian_adjective(stem: str) -> list[str]:
    """Return the forms of an adjective in -ский or -цкий, given it without its last two letters."""
    return [stem + ending for ending in RUSSIAN_ADJECTIVE]


def russian_name(name: str) -> list[str]:
    """Return the cases of a Russian name of one word; the name alone where it does not change."""
    if name.endswith("ь"):
        ending, forms = SOFT_MASCULINE if name in MASCULINE else SOFT_FEMININE
        return [name, *(name.removesuffix(ending) + form for form in forms)]
    for ending, forms in RUSSIAN_NAMES.items():
        if name.endswith(ending):
            return [name, *(name.removesuffix(ending) + form for form in forms)]
    if name[-1].lower() in HARD and not name.isupper():
        return [name, *(name + form for form in ("а", "у", "ом", "е"))]
    return [name]


def arabic(name: str) -> list[str]:
    """Return a name with the conjunction and prepositions that are written as part of its word."""
    if name.startswith("ال"):
        return [name, f"و{name}", f"ب{name}", f"لل{name[2:]}", f"ف{name}", f"ولل{name[2:]}", f"وب{name}"]
    return [name, *(prefix + name for prefix in ("و", "ب", "ل", "ف", "ول", "وب"))]


def arabic_adjective(masculine: str) -> list[str]:
    """Return the forms of an Arabic adjective in -ي: genders, plurals, article and prefixes."""
    forms = [masculine, f"{masculine}ة", f"{masculine}ين", f"{masculine}ون", f"{masculine}ات"]
    return forms + [prefix + form for prefix in ("و", "ال", "وال", "بال", "لل") for form in forms]
