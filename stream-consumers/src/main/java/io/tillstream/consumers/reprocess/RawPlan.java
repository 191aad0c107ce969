package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.SinkName;
import java.util.Set;

/**
 * What to do with raw lines.
 *
 * @param after the key after which to begin; empty for the beginning
 * @param targets who gets them
 * @param dryRun whether they are only read
 * @param concurrency objects at once
 */
record RawPlan(RawSelection selection, String after, Set<SinkName> targets, boolean dryRun, int concurrency) {}
