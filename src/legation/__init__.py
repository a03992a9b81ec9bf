"""Legation reads diplomatic dispatches and keeps the record of what states do with each other."""

__version__ = "0.1.0"
