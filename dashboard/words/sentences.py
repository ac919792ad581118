"""Sentences that the ETL says in English (its checks, why tellings were merged) -> the language of the page."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from etl import vocabulary

# English with a hole {} for each name or number -> French and Spanish with the same holes, in the same order.
SENTENCES: dict[str, tuple[str, str]] = {
    # what checks ask
    "every table has all of its columns, and no empty cell where there may be none": (
        "chaque table a toutes ses colonnes, et aucune cellule vide là où il n’en faut pas",
        "cada tabla tiene todas sus columnas y ninguna celda vacía donde no puede haberla",
    ),
    "no name of an activity, mention or document stands twice": (
        "aucun nom d’activité, de mention ou de document n’apparaît deux fois",
        "ningún nombre de actividad, mención o documento aparece dos veces",
    ),
    "mentions, activities, evidence and documents find each other": (
        "mentions, activités, preuves et documents se retrouvent les uns les autres",
        "menciones, actividades, pruebas y documentos se encuentran unos a otros",
    ),
    "every code is in its vocabulary": (
        "chaque code figure dans son vocabulaire",
        "cada código está en su vocabulario",
    ),
    "dates are dates, and none ends before it starts": (
        "les dates sont des dates, et rien ne finit avant d’avoir commencé",
        "las fechas son fechas y nada termina antes de empezar",
    ),
    "parts are not larger than the whole": (
        "les parties ne dépassent pas le tout",
        "las partes no superan el total",
    ),
    "every mention and quote has its lines": (
        "chaque mention et chaque citation a ses lignes",
        "cada mención y cada cita tiene sus líneas",
    ),
    "every correction is in force": ("chaque correction est en vigueur", "cada corrección está en vigor"),
    "every document could be read": ("chaque document a pu être lu", "se pudo leer cada documento"),
    "tellings of one activity agree on its numbers, or a person has looked": (
        "les récits d’une même activité s’accordent sur ses chiffres, ou quelqu’un a vérifié",
        "los relatos de una misma actividad coinciden en sus cifras, o alguien lo ha revisado",
    ),
    # what to do then
    "Run the ETL again; if it stays, it is a fault of the ETL.": (
        "Relancez l’ETL ; si cela persiste, c’est une erreur de l’ETL.",
        "Vuelva a ejecutar el ETL; si persiste, es un fallo del ETL.",
    ),
    "Look at its document and correct it in data/corrections.toml.": (
        "Consultez son document et corrigez dans data/corrections.toml.",
        "Consulte su documento y corríjalo en data/corrections.toml.",
    ),
    "Add it to the vocabulary, or correct the value.": (
        "Ajoutez-le au vocabulaire, ou corrigez la valeur.",
        "Añádalo al vocabulario o corrija el valor.",
    ),
    "Mend or remove the entry.": ("Rectifiez ou supprimez l’entrée.", "Corrija o elimine la entrada."),
    "See what the line says of each.": (
        "Voyez ce que la ligne dit de chacun.",
        "Vea lo que la línea dice de cada uno.",
    ),
    # where they fail
    "{} is lacking": ("{} manque", "falta {}"),
    "{} is empty in {} rows": ("{} est vide dans {} lignes", "{} está vacío en {} filas"),
    "{}: {} stands twice": ("{} : {} apparaît deux fois", "{}: {} aparece dos veces"),
    "mention {}": ("la mention {}", "mención {}"),
    "activity {}": ("activité {}", "actividad {}"),
    "evidence of {}": ("preuve de {}", "prueba de {}"),
    "document {}": ("le document {}", "documento {}"),
    "{}: {} is not in {}": ("{} : {} n’est pas dans {}", "{}: {} no está en {}"),
    "{}: {} is no date": ("{} : {} n’est pas une date", "{}: {} no es una fecha"),
    "{}: ends {} before it starts {}": (
        "{} : finit en {} avant de commencer en {}",
        "{}: termina en {} antes de empezar en {}",
    ),
    "{}: bounds {} to {} are the wrong way round": (
        "{} : les bornes {} et {} sont inversées",
        "{}: los límites {} y {} están invertidos",
    ),
    "{}: a number below 0": ("{} : un nombre inférieur à 0", "{}: un número inferior a 0"),
    "{}: more women and men than participants": (
        "{} : plus de femmes et d’hommes que de participants",
        "{}: más mujeres y hombres que participantes",
    ),
    "{}: more trained than took part": (
        "{} : plus de personnes formées que de participants",
        "{}: más personas capacitadas que participantes",
    ),
    "mentions: {} at {}": ("mentions : {} aux lignes {}", "menciones: {} en las líneas {}"),
    "evidence: {} at {}": ("preuves : {} aux lignes {}", "pruebas: {} en las líneas {}"),
    # why two tellings are one activity
    "told in the same words": ("raconté dans les mêmes mots", "contado con las mismas palabras"),
    "the same days, place and subject": (
        "les mêmes jours, le même lieu et le même sujet",
        "los mismos días, el mismo lugar y el mismo tema",
    ),
    "the same number of people ({}), place and subject": (
        "le même nombre de personnes ({}), le même lieu et le même sujet",
        "el mismo número de personas ({}), el mismo lugar y el mismo tema",
    ),
    "the same title at about the same time": (
        "le même titre à peu près à la même date",
        "el mismo título más o menos en la misma fecha",
    ),
    "the finer date lies in the coarser, the same subject, kind and {}": (
        "la date précise tombe dans la plus large, même sujet, même type et {}",
        "la fecha precisa cae dentro de la más amplia, mismo tema, mismo tipo y {}",
    ),
}
PLACES = {"fr": 0, "es": 1}
# What the ETL says of a place, a group of countries or an edition by its group and code (etl/mentions.py).
NAME = re.compile(r"\b(city|region|bloc|programme|edition):(.+)$")


def said(sentence: str, language: str) -> str:
    """Return a sentence of the ETL in a language; one that nobody knows (a document's, a person's) as it is."""
    sentence = NAME.sub(lambda found: named(found[1], found[2], language), sentence)
    if language not in PLACES:
        return sentence
    for pattern, translations in _patterns():
        if found := pattern.fullmatch(sentence):
            return translations[PLACES[language]].format(*found.groups())
    return sentence


def named(group: str, code: str, language: str) -> str:
    """Return what a reader calls a thing that the ETL names by its group and code."""
    if group == "region":
        return vocabulary.label("regions", code, language)
    if group == "edition":
        return str(Locale(language).languages.get(code, code))
    return {"city": code.title(), "bloc": code.upper()}.get(group, code)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, str]], ...]:
    found = ((re.escape(english).replace(r"\{\}", "(.+?)"), words) for english, words in SENTENCES.items())
    return tuple((re.compile(pattern), words) for pattern, words in found)
