"""The evidence of a built site: what each page loads and weighs, and what programs find in it."""
