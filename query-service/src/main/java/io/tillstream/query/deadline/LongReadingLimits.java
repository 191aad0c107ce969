package io.tillstream.query.deadline;

import java.time.Duration;

/**
 * Limits of readings that go on after their request has been answered.
 *
 * @param atOnce how many go on at the same time
 * @param within how long one may take
 * @param keepFor how long its answer is kept
 * @param keepRows how many rows of answers are kept
 */
public record LongReadingLimits(int atOnce, Duration within, Duration keepFor, long keepRows) {}
