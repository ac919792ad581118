"""Slides as python-pptx holds them -> SVG pictures of them, for the preview: what is drawn is what the file has."""
