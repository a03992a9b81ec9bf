"""Feeds: what RSS and Atom feeds and the pages behind them bring, as texts for intake.

The only part of intake that asks the network. What it asks for, and how, is bounded (`client`) and polite
(`fetching`); what comes back is bytes, which go the way of every page and record.
"""
