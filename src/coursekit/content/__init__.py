"""The only reader of the course tree: YAML, notebooks, `_toc.yml`."""
