package io.tillstream.rowfiles;

import io.tillstream.model.row.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * A row and where it stands in its file.
 *
 * @param number the row's number in the file, header and blank lines not counted, from 1
 * @param line the line on which it begins, or the row of the sheet, from 1
 * @param sheet the name of the sheet; absent in files of text
 */
public record NumberedRow(long number, long line, @Nullable String sheet, RawRow row) {}
