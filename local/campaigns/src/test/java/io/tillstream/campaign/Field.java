package io.tillstream.campaign;

import java.util.List;
import java.util.random.RandomGenerator;

/** What faults can strike. */
record Field(Cloud cloud, List<Shards> streams, Ingest ingest, Workers workers, RandomGenerator random) {}
