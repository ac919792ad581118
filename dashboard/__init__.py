"""Tables of activities in, pages, figures and exports out."""
