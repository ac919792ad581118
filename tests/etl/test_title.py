import pytest

from etl.title import made

ROW = {"aggregate": False, "kind": "training", "topics": [], "country": [], "region_text": [], "date": None}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Training"),
        (
            {"topics": ["SOM"], "country": ["EGY"], "date": "2017-10-03"},
            "Training · Smuggling of migrants · Egypt · Oct 2017",
        ),
        ({"topics": ["TIP"], "date": "2017"}, "Training · Trafficking in persons · 2017"),
        ({"date": "--10-03"}, "Training"),
        ({"topics": ["TIP", "SOM"]}, "Training · Trafficking in persons and smuggling of migrants"),
        ({"country": ["EGY", "TUN"]}, "Training · Egypt, Tunisia"),
        ({"country": ["EGY", "KEN", "TUN", "UGA"]}, "Training · 4 countries"),
        ({"region_text": ["Western Balkans"]}, "Training · Western Balkans"),
        ({"aggregate": True, "country": ["EGY"]}, "Sum of activities · Egypt"),
    ],
)
def test_a_title_is_made_from_fields(fields, expected):
    assert made(ROW | fields) == expected
