package io.tillstream.loader.parts;

/**
 * An object with lines of a file.
 *
 * @param number counted from 0, in the order of the file
 * @param rows how many lines it holds
 * @param firstRow the number, in the file, of the first row that it holds
 * @param lastRow that of the last
 * @param bytes as it lies there
 */
public record Part(int number, String key, long rows, long firstRow, long lastRow, long bytes, String etag) {}
