"""The words of the pages beyond the overview, in English."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "level": "Level",
    "map_title_country_beneficiary": "{measure} by beneficiary country",
    "map_title_country_host": "{measure} by host country",
    "map_title_country_donor": "{measure} by donor country",
    "map_title_region_beneficiary": "{measure} by beneficiary region",
    "map_title_region_host": "{measure} by host region",
    "map_title_region_donor": "{measure} by donor region",
    "stack_basis": "How the date is known",
    "stack_none": "Nothing",
    "read_timeline_large": "Each bar holds the activities that started in its period; its colours tell a date that the text states from one that is only inferred or that of publication. The bands under the axis are activities known less exactly: each lies somewhere in its span. Bars, bands and those without a date add up to the total, unless they are stacked by a field with several values. Draw over a span, or click a bar, to filter by its dates.",
    "read_multiples": "One small timeline for each region, all on one scale, so that heights can be compared. An activity in several regions stands in each of them.",
    "multiples_of": "{measure} over time by region",
    "largest_only": "The largest values are drawn; the table has all",
    "flow_from": "From",
    "flow_to": "To",
    "compare_with": "Compare with",
    "compare_none": "Nothing",
    "compare_before": "The same period a year before",
    "compare_first": "Choose above what to compare this selection with.",
    "compared_title": "Two selections by {field}",
    "compared_note": "compared with: {second}",
    "compared_totals": "Totals of two selections",
    "difference": "Difference",
    "read_comparison": "The hollow dot is the selection of the filters above, the full dot the one it is compared with; the number beside the farther dot is the second less the first. The field is that of the bars above. An activity may be in both selections.",
    "filter_year": "Year",
}
