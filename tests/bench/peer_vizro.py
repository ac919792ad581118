"""Three charts and their filters in Vizro, as its documentation does it: `python peer_vizro.py TABLE.parquet PORT`.

Run by a Python that has Vizro (tests/bench/bench_vizro.py makes one). The table has a row for each activity and
country, because Vizro filters the frame of a chart by its columns.
"""

import sys

import pandas as pd
import vizro.models as vm
import vizro.plotly.express as px
from vizro import Vizro
from vizro.managers import data_manager
from vizro.models.types import capture

data_manager["activities"] = pd.read_parquet(sys.argv[1])


@capture("graph")
def countries(data_frame):
    return px.choropleth(
        data_frame.groupby("country", observed=True)["n"].nunique().reset_index(name="activities"),
        locations="country", color="activities",
    )  # fmt: skip


@capture("graph")
def years(data_frame):
    events = data_frame.drop_duplicates("n")
    counted = events.groupby(events["date"].dt.year).size().reset_index(name="activities")
    return px.bar(counted, x="date", y="activities")


@capture("graph")
def kinds(data_frame):
    counted = data_frame.drop_duplicates("n").groupby("kind", observed=True).size().reset_index(name="activities")
    return px.bar(counted, x="activities", y="kind")


page = vm.Page(
    title="Activities",
    components=[
        vm.Graph(id="countries", figure=countries(data_frame="activities")),
        vm.Graph(id="years", figure=years(data_frame="activities")),
        vm.Graph(id="kinds", figure=kinds(data_frame="activities")),
    ],
    controls=[
        vm.Filter(column="date", selector=vm.DatePicker(id="pick-date")),
        vm.Filter(column="region", selector=vm.Dropdown(id="pick-region")),
        vm.Filter(column="kind", selector=vm.Dropdown(id="pick-kind")),
    ],
)
app = Vizro().build(vm.Dashboard(pages=[page]))

if __name__ == "__main__":
    app.dash.server.run(port=int(sys.argv[2]), threaded=True)
