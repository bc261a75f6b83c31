"""What a town and its country tell the course: names, offices, services, colours."""

from .contact import Contact, Unknown
from .country import Country
from .local import Guest, Local, Practice, Standard
from .town import Town

__all__ = ["Contact", "Country", "Guest", "Local", "Practice", "Standard", "Town", "Unknown"]
