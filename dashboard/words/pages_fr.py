"""The words of the pages beyond the overview, in French."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "level": "Niveau",
    "map_title_country_beneficiary": "{measure} par pays bénéficiaire",
    "map_title_country_host": "{measure} par pays hôte",
    "map_title_country_donor": "{measure} par pays donateur",
    "map_title_region_beneficiary": "{measure} par région bénéficiaire",
    "map_title_region_host": "{measure} par région hôte",
    "map_title_region_donor": "{measure} par région donatrice",
    "stack_basis": "Origine de la date",
    "stack_none": "Rien",
    "read_timeline_large": "Chaque barre réunit les activités qui ont commencé pendant sa période ; ses couleurs distinguent une date donnée par le texte d’une date déduite ou de publication. Les bandes sous l’axe sont les activités connues moins précisément : chacune se situe quelque part dans son intervalle. Barres, bandes et activités sans date donnent ensemble le total, sauf si elles sont empilées par un champ à plusieurs valeurs. Tracez un intervalle ou cliquez sur une barre pour filtrer par ses dates.",
    "read_multiples": "Une petite chronologie par région, toutes à la même échelle, pour que les hauteurs se comparent. Une activité menée dans plusieurs régions figure dans chacune.",
    "multiples_of": "{measure} au fil du temps par région",
    "largest_only": "Les valeurs les plus élevées sont dessinées ; le tableau les contient toutes",
    "flow_from": "De",
    "flow_to": "À",
    "compare_with": "Comparer avec",
    "compare_none": "Rien",
    "compare_before": "La même période un an plus tôt",
    "compare_first": "Choisissez ci-dessus à quoi comparer cette sélection.",
    "compared_title": "Deux sélections par {field}",
    "compared_note": "comparé à : {second}",
    "compared_totals": "Totaux de deux sélections",
    "difference": "Différence",
    "read_comparison": "Le point creux est la sélection des filtres ci-dessus, le point plein celle à laquelle elle est comparée ; le nombre à côté du point le plus éloigné est la seconde moins la première. Le champ est celui des barres ci-dessus. Une activité peut appartenir aux deux sélections.",
    "filter_year": "Année",
}
