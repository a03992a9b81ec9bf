"""Reading: one dispatch in, its reports out. A pure function: no disk, no network, no clock, no global state."""
