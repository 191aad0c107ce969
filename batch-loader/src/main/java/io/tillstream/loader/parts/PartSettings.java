package io.tillstream.loader.parts;

import io.tillstream.model.row.RowBounds;
import java.nio.file.Path;

/**
 * How parts are made.
 *
 * @param scratch where they lie until they are put
 * @param compression the level of gzip, from 1 to 9
 * @param puts how many are put at the same time
 * @param bounds what a row may say at most
 */
public record PartSettings(Path scratch, int compression, int puts, RowBounds bounds) {}
