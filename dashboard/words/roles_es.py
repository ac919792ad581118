"""Words of counts by country in Spanish, where a country is the host or the donor: the key's ending says which."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "map_title_host": "{measure} por país anfitrión",
    "map_title_donor": "{measure} por país donante",
    "kpi_countries_note_host": "países anfitriones",
    "kpi_countries_note_donor": "países donantes",
    "n_participations_host": "{n} con país anfitrión citado",
    "n_participations_donor": "{n} pares de actividad y país donante",
    "n_participations_donor.one": "{n} par de actividad y país donante",
    "n_several_host": "{n} en varios países anfitriones",
    "n_several_donor": "{n} con varios países donantes",
    "n_regional_host": "{n} sin país anfitrión citado, fuera del mapa",
    "n_regional_donor": "{n} sin país donante citado, fuera del mapa",
    "n_outside_host": "+ {n} {n:país anfitrión|países anfitriones} fuera del filtro",
    "n_outside_donor": "+ {n} {n:país donante|países donantes} fuera del filtro",
    "message_total_host": "{n} actividades, cada una contada una vez. Tuvieron lugar en {countries}.",
    "message_total_host.one": "1 actividad. Tuvo lugar en {countries}.",
    "message_total_donor": "{n} actividades, cada una contada una vez. Citan como donantes {countries}.",
    "message_total_donor.one": "1 actividad. Cita como donantes {countries}.",
    "message_several_host": "{n} {n:actividad tuvo|actividades tuvieron} varios países anfitriones; cada una cuenta una vez en cada uno.",
    "message_several_donor": "{n} {n:actividad tuvo|actividades tuvieron} varios países donantes; cada una cuenta una vez en cada uno.",
    "message_regional_host": "{n} {n:actividad no cita|actividades no citan} ningún país anfitrión y no {n:figura|figuran} en el mapa.",
    "message_regional_donor": "{n} {n:actividad no cita|actividades no citan} ningún país donante y no {n:figura|figuran} en el mapa.",
    "message_countries_host": "{n} países y territorios las acogieron.",
    "message_countries_host.one": "1 país o territorio las acogió.",
    "message_countries_donor": "{n} países y territorios las financiaron.",
    "message_countries_donor.one": "1 país o territorio las financió.",
    "briefing_once_host": "Cada actividad cuenta una vez en un total y una vez en su país anfitrión: {participations} de {activities} {participations:cita|citan} uno; {regional} no {regional:cita|citan} ninguno y no {regional:figura|figuran} en el mapa.",
    "briefing_once_donor": "Cada actividad cuenta una vez en un total y una vez en cada país que la financió: {activities} {activities:actividad forma|actividades forman} {participations} {participations:par|pares} de actividad y país donante. {several} {several:tiene|tienen} varios; {regional} no {regional:cita|citan} ninguno y no {regional:figura|figuran} en el mapa.",
}
