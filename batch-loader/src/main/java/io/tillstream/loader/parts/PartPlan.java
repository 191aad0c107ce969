package io.tillstream.loader.parts;

import java.time.Instant;
import java.util.Map;

/**
 * What to make of files.
 *
 * @param load the load's id
 * @param prefix where the parts go
 * @param receivedAt when they were first taken up; the same in every attempt, so that a part is the same bytes
 * @param finished parts that are there, by number
 */
public record PartPlan(
        String load, String prefix, Cut cut, Instant receivedAt, RowRules rules, Map<Integer, Part> finished) {}
