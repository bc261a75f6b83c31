"""Texts out to PO files, texts back in: `texts` finds them, `catalogue` keeps them."""
