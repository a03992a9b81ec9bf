"""Language packs: the data of a language, read and checked."""
