"""Words of counts by country in English, where a country is the host or the donor: the key's ending says which."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "map_title_host": "{measure} by host country",
    "map_title_donor": "{measure} by donor country",
    "kpi_countries_note_host": "hosts of activities",
    "kpi_countries_note_donor": "donors of activities",
    "n_participations_host": "{n} with a host country named",
    "n_participations_donor": "{n} pairs of activity and donor country",
    "n_participations_donor.one": "{n} pair of activity and donor country",
    "n_several_host": "{n} hosted by several countries",
    "n_several_donor": "{n} paid for by several countries",
    "n_regional_host": "{n} {n:names|name} no host country, not on the map",
    "n_regional_donor": "{n} {n:names|name} no donor country, not on the map",
    "n_outside_host": "+ {n} host countries outside the filter",
    "n_outside_host.one": "+ {n} host country outside the filter",
    "n_outside_donor": "+ {n} donor countries outside the filter",
    "n_outside_donor.one": "+ {n} donor country outside the filter",
    "message_total_host": "{n} activities, each counted once. They took place in {countries}.",
    "message_total_host.one": "1 activity. It took place in {countries}.",
    "message_total_donor": "{n} activities, each counted once. They name as donors {countries}.",
    "message_total_donor.one": "1 activity. It names as donors {countries}.",
    "message_several_host": "{n} {n:activity was|activities were} hosted by several countries; each counts once in each of them.",
    "message_several_donor": "{n} {n:activity was|activities were} paid for by several countries; each counts once in each of them.",
    "message_regional_host": "{n} {n:activity names|activities name} no host country and {n:is|are} not on the map.",
    "message_regional_donor": "{n} {n:activity names|activities name} no donor country and {n:is|are} not on the map.",
    "message_countries_host": "{n} {n:country or territory|countries and territories} hosted them.",
    "message_countries_donor": "{n} {n:country or territory|countries and territories} paid for them.",
    "briefing_once_host": "Each activity counts once in a total, and once in its host country: {participations} of {activities} {activities:activity names|activities name} one; {regional} {regional:names|name} none and {regional:is|are} not on the map.",
    "briefing_once_donor": "Each activity counts once in a total, and once in each country that paid for it: {activities} {activities:activity stands|activities stand} in {participations} {participations:pair|pairs} of activity and donor country. {several} {several:has|have} several; {regional} {regional:names|name} none and {regional:is|are} not on the map.",
}
