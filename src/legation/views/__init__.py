"""Views: the command line and the brief. What they show comes from the ledger; nothing here decides anything."""
