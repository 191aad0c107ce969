package io.tillstream.loader.parts;

import org.jspecify.annotations.Nullable;

/**
 * What became of the reading of files.
 *
 * @param refusal why they were given up, if they were; the figures are then those up to there
 */
public record ReadResult(FileStatistics figures, @Nullable Refusal refusal) {}
