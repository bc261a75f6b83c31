"""The search of the built pages: an index by section, made of the finished pages themselves."""
