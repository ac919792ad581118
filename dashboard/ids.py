"""The names of the components, once: layouts give them, callbacks and tests use them."""

LOCATION = "location"  # the address: the whole state
LANGUAGE_ASKED = "language-asked"  # of the address
OPENED = "opened"  # the id of the record that the address opens
PUBLIC_URL = "public-url"
RUN = "run"  # version of the data that the page was opened with
ROOT = "root"  # holds the shell, in the reader's language
SHOWN = "shown"  # [query string without the open record, light or dark]: what all figures depend on
PATH = "path"  # of the page that is asked for
PAGE = "page"  # where the shell shows a page
DRAWN = "drawn"  # what the page was drawn for, as in SHOWN
FILTERS = "filters"
CHIPS = "chips"
NOTICES = "notices"
SHARE = "share"
SHARE_TEXT = "share-text"
LANGUAGE = "language"
THEME = "theme"
PROVIDER = "provider"
REVIEWED = "reviewed"
RESET = "reset"
MAP = "map"
TIMELINE = "timeline"
BREAKDOWN = "breakdown"  # the first of the two breakdowns
BREAKDOWN_SECOND = "breakdown-second"
RECORDS = "records"
GRID_LATER = "grid-later"  # holds the grid until the charts are drawn
GRID_PLACE = "grid-place"  # where it stands then
GROUPS = "records-groups"  # activities with their tellings
RECORD = "record"  # the panel of one activity with its evidence
RECORD_PREVIOUS = "record-previous"
RECORD_NEXT = "record-next"
RECORD_CLOSE = "record-close"
DOWNLOAD = "download"
DOWNLOAD_RECORDS = "download-records"
OWN_TITLES = "own-titles"  # whether the download has the documents' own titles
FILE = "file"  # hands out the table of a chart
KPI_ACTIVITIES = "kpi-activities"
KPI_COUNTRIES = "kpi-countries"
KPI_TRAINED = "kpi-trained"
KPI_PARTICIPANTS = "kpi-participants"
KPI_DONORS = "kpi-donors"
TILES = "tiles"
SENTENCE = "sentence"  # the filters in words
EMPTY = "empty"  # says which filter to take off
BRIDGE = "bridge"
CLAIMS_SUMMARY = "claims-summary"
ERROR = "error"
NEW_DATA = "new-data"  # says that the folder has newer data than the page
PULSE = "pulse"  # asks for it now and then


def filter_control(name: str) -> str:
    """Return the id of the control of one filter, `name` as in the address ("from", "region", "q" ...)."""
    return f"filter-{name}"


def view_control(name: str) -> str:
    """Return the id of the control of one option of the view, `name` as in the address ("measure", "grain" ...)."""
    return f"view-{name}"


def title(card: str) -> str:
    """Return the id of a card's title."""
    return f"{card}-title"


def subtitle(card: str) -> str:
    """Return the id of a card's subtitle."""
    return f"{card}-subtitle"


def source(card: str) -> str:
    """Return the id of the line that says where a card's figures come from."""
    return f"{card}-source"


def meta(card: str) -> str:
    """Return the id of what the browser writes the table of a card without a chart from."""
    return f"{card}-meta"


def table(chart: str) -> str:
    """Return the id of the table that says the same as a chart."""
    return f"{chart}-table"
