"""Says what proves each requirement of a public-service checklist, and what is missing."""

__version__ = "0.1.0"
