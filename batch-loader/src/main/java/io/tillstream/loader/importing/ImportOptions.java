package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Target;
import io.tillstream.loader.parts.RejectLimit;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is asked of a run.
 *
 * @param split into how many parts; if not given, by size
 */
record ImportOptions(Set<Target> targets, OptionalInt split, RejectLimit limit) {}
