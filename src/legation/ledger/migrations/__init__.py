"""How the tables came to be, step by step (Alembic); run by `opening.migrate`, without an alembic.ini."""
