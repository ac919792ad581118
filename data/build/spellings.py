"""A name -> how texts without its accents and signs spell it."""

import unicodedata

WITHOUT_ACCENT = str.maketrans(  # letters that do not decompose into a letter and an accent
    dict(zip("łŁđĐÐıøØ’‘", "lLdDDioO''", strict=True)) | {"ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A"}
)


def plain(name: str) -> str:
    """Return a name without accents and with a straight apostrophe."""
    return unicodedata.normalize("NFKD", name.translate(WITHOUT_ACCENT)).encode("ascii", "ignore").decode()
