package io.tillstream.ingest.spill;

/** An object of spilled lines. */
record SpilledObject(String key, long bytes, long rows) {}
