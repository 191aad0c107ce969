package io.tillstream.campaign;

import java.util.random.RandomGenerator;

/** What faults can strike. */
record Field(Cloud cloud, Shards shards, Ingest ingest, Workers workers, RandomGenerator random) {}
