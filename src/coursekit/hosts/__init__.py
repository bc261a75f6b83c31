"""A course tree → what people open: the site."""
