"""The names of the components, once: layouts give them, callbacks and tests use them."""

LOCATION = "location"  # the address: the whole state
PAGE = "page"  # where the shell shows a page
FILTERS = "filters"
CHIPS = "chips"
NOTICES = "notices"
SHARE = "share"
RESET = "reset"
MAP = "map"
TIMELINE = "timeline"
BREAKDOWN = "breakdown"  # the first of the two breakdowns
BREAKDOWN_SECOND = "breakdown-second"
RECORDS = "records"
RECORD = "record"  # the panel of one activity with its evidence
DOWNLOAD = "download"
DOWNLOAD_RECORDS = "download-records"
KPI_ACTIVITIES = "kpi-activities"
KPI_COUNTRIES = "kpi-countries"
KPI_TRAINED = "kpi-trained"
KPI_PARTICIPANTS = "kpi-participants"
KPI_DONORS = "kpi-donors"
TILES = "tiles"
BRIDGE = "bridge"
ERROR = "error"
NEW_DATA = "new-data"  # says that the folder has newer data than the page
PULSE = "pulse"  # asks for it now and then


def filter_control(name: str) -> str:
    """Return the id of the control of one filter, `name` as in the address ("from", "region", "q" ...)."""
    return f"filter-{name}"
