"""The grid's own words (the keys of its `localeText`), for the languages that it does not speak by itself."""

from __future__ import annotations

FRENCH_AND_SPANISH: dict[str, tuple[str, str]] = {
    "filterOoo": ("Filtrer…", "Filtrar…"),
    "equals": ("Égal à", "Igual a"),
    "notEqual": ("Différent de", "Distinto de"),
    "lessThan": ("Inférieur à", "Menor que"),
    "greaterThan": ("Supérieur à", "Mayor que"),
    "lessThanOrEqual": ("Inférieur ou égal à", "Menor o igual que"),
    "greaterThanOrEqual": ("Supérieur ou égal à", "Mayor o igual que"),
    "inRange": ("Entre", "Entre"),
    "inRangeStart": ("De", "Desde"),
    "inRangeEnd": ("À", "Hasta"),
    "contains": ("Contient", "Contiene"),
    "notContains": ("Ne contient pas", "No contiene"),
    "startsWith": ("Commence par", "Empieza por"),
    "endsWith": ("Finit par", "Termina en"),
    "blank": ("Vide", "Vacío"),
    "notBlank": ("Non vide", "No vacío"),
    "invalidNumber": ("Nombre non valable", "Número no válido"),
    "loadingOoo": ("Chargement…", "Cargando…"),
    "loadingError": ("Erreur", "Error"),
    "ariaFilterValue": ("Valeur du filtre", "Valor del filtro"),
    "ariaFilterFromValue": ("Filtre : à partir de", "Filtro: desde"),
    "ariaFilterToValue": ("Filtre : jusqu’à", "Filtro: hasta"),
    "ariaFilterInput": ("Saisie du filtre", "Texto del filtro"),
    "ariaFilteringOperator": ("Opérateur du filtre", "Operador del filtro"),
    "ariaFilterMenuOpen": ("Ouvrir le menu du filtre", "Abrir el menú del filtro"),
    "ariaFilterColumn": ("Appuyer sur CTRL ENTRÉE pour ouvrir le filtre", "Pulse CTRL INTRO para abrir el filtro"),
    "ariaColumnFiltered": ("Colonne filtrée", "Columna filtrada"),
    "ariaLabelColumnFilter": ("Filtre de la colonne", "Filtro de la columna"),
    "ariaLabelColumnMenu": ("Menu de la colonne", "Menú de la columna"),
    "ariaMenuColumn": ("Appuyer sur ALT BAS pour ouvrir le menu", "Pulse ALT ABAJO para abrir el menú"),
    "ariaLabelDialog": ("Dialogue", "Diálogo"),
    "ariaLabelTooltip": ("Infobulle", "Información"),
    "ariaSortableColumn": ("Appuyer sur ENTRÉE pour trier", "Pulse INTRO para ordenar"),
    "ariaRowSelect": ("Appuyer sur ESPACE pour choisir cette ligne", "Pulse ESPACIO para elegir esta fila"),
    "ariaRowDeselect": ("Appuyer sur ESPACE pour ne plus choisir cette ligne", "Pulse ESPACIO para dejar esta fila"),
    "ariaSkeletonCellLoading": ("La ligne se charge", "La fila se está cargando"),
    "ariaSkeletonCellLoadingFailed": ("La ligne n’a pas pu être chargée", "No se pudo cargar la fila"),
}
PLACES = {"fr": 0, "es": 1}


def grid_words(language: str) -> dict[str, str]:
    """Return the grid's words in a language; none where it speaks it (English)."""
    place = PLACES.get(language)
    return {} if place is None else {key: words[place] for key, words in FRENCH_AND_SPANISH.items()}
