"""The state of the data -> the charts and tables of the quality page, whatever the filters."""
