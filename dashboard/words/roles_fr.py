"""Words of counts by country in French, where a country is the host or the donor: the key's ending says which."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "map_title_host": "{measure} par pays hôte",
    "map_title_donor": "{measure} par pays donateur",
    "kpi_countries_note_host": "pays hôtes",
    "kpi_countries_note_donor": "pays donateurs",
    "n_participations_host": "{n} avec un pays hôte cité",
    "n_participations_donor": "{n} couples activité et pays donateur",
    "n_participations_donor.one": "{n} couple activité et pays donateur",
    "n_several_host": "{n} dans plusieurs pays hôtes",
    "n_several_donor": "{n} à plusieurs pays donateurs",
    "n_regional_host": "{n} sans pays hôte cité, hors carte",
    "n_regional_donor": "{n} sans pays donateur cité, hors carte",
    "n_outside_host": "+ {n} pays {n:hôte|hôtes} hors du filtre",
    "n_outside_donor": "+ {n} pays {n:donateur|donateurs} hors du filtre",
    "message_total_host": "{n} activités, chacune comptée une fois. Elles ont eu lieu dans {countries}.",
    "message_total_host.one": "1 activité. Elle a eu lieu dans {countries}.",
    "message_total_donor": "{n} activités, chacune comptée une fois. Elles citent comme donateurs {countries}.",
    "message_total_donor.one": "1 activité. Elle cite comme donateurs {countries}.",
    "message_several_host": "{n} {n:activité a eu|activités ont eu} plusieurs pays hôtes ; chacune compte une fois dans chacun d’eux.",
    "message_several_donor": "{n} {n:activité a eu|activités ont eu} plusieurs pays donateurs ; chacune compte une fois dans chacun d’eux.",
    "message_regional_host": "{n} {n:activité ne cite|activités ne citent} aucun pays hôte et ne {n:figure|figurent} pas sur la carte.",
    "message_regional_donor": "{n} {n:activité ne cite|activités ne citent} aucun pays donateur et ne {n:figure|figurent} pas sur la carte.",
    "message_countries_host": "{n} pays et territoires les ont accueillies.",
    "message_countries_host.one": "1 pays ou territoire les a accueillies.",
    "message_countries_donor": "{n} pays et territoires les ont financées.",
    "message_countries_donor.one": "1 pays ou territoire les a financées.",
    "briefing_once_host": "Chaque activité compte une fois dans un total, et une fois dans son pays hôte : {participations} sur {activities} en {participations:cite|citent} un ; {regional} n’en {regional:cite|citent} aucun et ne {regional:figure|figurent} pas sur la carte.",
    "briefing_once_donor": "Chaque activité compte une fois dans un total, et une fois dans chaque pays qui l’a financée : {activities} {activities:activité forme|activités forment} {participations} {participations:couple|couples} activité et pays donateur. {several} en {several:a|ont} plusieurs ; {regional} n’en {regional:cite|citent} aucun et ne {regional:figure|figurent} pas sur la carte.",
}
