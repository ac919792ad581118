"""The words of the pages beyond the overview, in Spanish."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "level": "Nivel",
    "map_title_country_beneficiary": "{measure} por país beneficiario",
    "map_title_country_host": "{measure} por país anfitrión",
    "map_title_country_donor": "{measure} por país donante",
    "map_title_region_beneficiary": "{measure} por región beneficiaria",
    "map_title_region_host": "{measure} por región anfitriona",
    "map_title_region_donor": "{measure} por región donante",
    "stack_basis": "Cómo se conoce la fecha",
    "stack_none": "Nada",
    "read_timeline_large": "Cada barra reúne las actividades que empezaron en su período; sus colores distinguen una fecha que da el texto de una deducida o de publicación. Las bandas bajo el eje son actividades que se conocen con menos exactitud: cada una está en algún punto de su intervalo. Barras, bandas y actividades sin fecha suman el total, salvo si se apilan por un campo con varios valores. Trace un intervalo o pulse una barra para filtrar por sus fechas.",
    "read_multiples": "Una pequeña cronología por región, todas a la misma escala, para que se puedan comparar las alturas. Una actividad en varias regiones figura en cada una.",
    "multiples_of": "{measure} a lo largo del tiempo por región",
    "largest_only": "Se dibujan los valores mayores; la tabla los tiene todos",
    "flow_from": "De",
    "flow_to": "A",
    "compare_with": "Comparar con",
    "compare_none": "Nada",
    "compare_before": "El mismo período un año antes",
    "compare_first": "Elija arriba con qué comparar esta selección.",
    "compared_title": "Dos selecciones por {field}",
    "compared_note": "comparado con: {second}",
    "compared_totals": "Totales de dos selecciones",
    "difference": "Diferencia",
    "read_comparison": "El punto hueco es la selección de los filtros de arriba, el lleno la selección con que se compara; el número junto al punto más lejano es la segunda menos la primera. El campo es el de las barras de arriba. Una actividad puede estar en ambas selecciones.",
    "filter_year": "Año",
}
