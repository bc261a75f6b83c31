"""The diploma: what a town signs, with which key, and how anybody checks it. See `verdict.py`."""
