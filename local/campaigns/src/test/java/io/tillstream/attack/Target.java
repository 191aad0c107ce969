package io.tillstream.attack;

import java.net.URI;

/** Where the suite under attack listens. */
record Target(URI ingest, URI query, URI cloud, String warehouse) {}
