package io.tillstream.loader.parts;

/**
 * What became of the reading of a file.
 *
 * @param isStopped whether it was given up for its rejected rows; the figures are then those up to there
 */
public record Intake(Figures figures, boolean isStopped) {}
