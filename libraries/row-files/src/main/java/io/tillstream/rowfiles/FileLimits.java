package io.tillstream.rowfiles;

import java.nio.file.Path;

/**
 * How much of a file is unpacked and held at most, so that a small file can neither fill the disk nor the memory. The
 * defaults take a hundred times the size of Online Retail II, and files that compress thirty times better.
 *
 * @param unpacked bytes that a packed file, or a workbook, may unpack to
 * @param ratio how many times its packed size that may be, once it is more than {@link #SMALL}
 * @param cell bytes of a workbook's cell, as it is written in the file
 * @param row characters of a workbook's row
 * @param sharedTexts characters of the texts that a workbook keeps once for all its cells; they are held in memory, so
 *     a quarter of the memory is the limit where that is less
 * @param blankLines lines without any content, where they are most of the file
 * @param scratch the folder where files are unpacked that cannot be read from their beginning to their end
 */
public record FileLimits(long unpacked, int ratio, int cell, int row, long sharedTexts, long blankLines, Path scratch) {

    /** A size that does no harm, however well it was compressed. */
    static final long SMALL = 64L << 20;

    public FileLimits {
        if (unpacked < 1 || ratio < 1 || cell < 1 || row < 1 || sharedTexts < 1 || blankLines < 1) {
            throw new IllegalArgumentException("a limit of files must be at least 1");
        }
    }

    public static FileLimits defaults() {
        return defaults(Path.of(System.getProperty("java.io.tmpdir")));
    }

    public static FileLimits defaults(Path scratch) {
        return new FileLimits(64L << 30, 200, 1 << 20, 16 << 20, 256L << 20, 1_000_000, scratch);
    }

    /** Throws when this is more than may come out of so many packed bytes. */
    void check(long packedSize, long unpackedSize) throws RefusedFileException {
        if (unpackedSize > unpacked) {
            throw new RefusedFileException(
                    "unpacks to more than " + unpacked + " bytes, the limit of what is unpacked");
        }
        if (unpackedSize > SMALL && unpackedSize / ratio > packedSize) {
            throw new RefusedFileException("unpacks to more than " + ratio
                    + " times its size, the limit against files made to fill a disk; unpack it and name what"
                    + " is inside");
        }
    }

    /** What of the memory may go into the shared texts of a workbook. */
    long sharedTextsInMemory() {
        return Math.min(sharedTexts, Runtime.getRuntime().maxMemory() / 4);
    }
}
