package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One fast pass over a text before its rows are read: its encoding, and how many lines it has. Only the whole text can
 * tell: the first byte that is not UTF-8 may come after many megabytes that are ASCII.
 */
final class TextScan {

    /** What text of Western European Windows and of ISO-8859-1 alike is read as: it has all printable letters of both. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    private static final int BUFFER = 1 << 16;
    private static final int START = 512;
    private static final int NEARLY_ALL_BLANK = 10;

    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);

    private Charset charset = StandardCharsets.UTF_8;
    private int markLength;
    private boolean isSure;
    private long lines = 1;
    private long blankLines;
    private int sinceLineEnd;
    private boolean endsWithLineEnd;
    private long beyondAscii;
    private long malformed;
    private long firstMalformedLine;

    private final long blankLinesAllowed;

    private TextScan(long blankLinesAllowed) {
        this.blankLinesAllowed = blankLinesAllowed;
    }

    /**
     * @param wanted the encoding that was named
     * @param blankLinesAllowed how many blank lines there may be where they are nearly all lines
     */
    static TextScan of(InputStream text, @Nullable Charset wanted, long blankLinesAllowed) throws IOException {
        TextScan scan = new TextScan(blankLinesAllowed);
        try (text) {
            scan.readMark(text);
            if (wanted != null) {
                scan.charset = wanted;
            }
            scan.readAll(text);
        }
        if (wanted == null && scan.malformed > 0 && !scan.isDamaged()) {
            scan.charset = WESTERN;
        }
        return scan;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of a byte order mark, to be left out. */
    int markLength() {
        return markLength;
    }

    /** How many lines there are, a last one without an end included. */
    long lines() {
        return lines;
    }

    /** Whether the text is mostly right in its encoding, and broken in places; its end may be within a letter. */
    boolean isDamaged() {
        return malformed > 0 && (isSure || beyondAscii > malformed);
    }

    /**
     * Whether the text was taken for Western European, and holds letters as UTF-8 writes them, too. They come out as
     * two or three letters each.
     */
    boolean isMixed() {
        return charset.equals(WESTERN) && malformed > 0 && beyondAscii > 0;
    }

    /** Where the first break is. */
    long firstMalformedLine() {
        return firstMalformedLine;
    }

    private void readMark(InputStream text) throws IOException {
        byte[] start = text.readNBytes(START);
        bytes.put(start).flip();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            mark(StandardCharsets.UTF_8, 3);
        } else if (startsWith(0xFF, 0xFE)) {
            mark(StandardCharsets.UTF_16LE, 2);
        } else if (startsWith(0xFE, 0xFF)) {
            mark(StandardCharsets.UTF_16BE, 2);
        } else {
            Utf16.guess(start).ifPresent(guess -> mark(guess, 0));
        }
        bytes.compact();
    }

    private boolean startsWith(int... mark) {
        boolean found = bytes.remaining() >= mark.length;
        for (int i = 0; found && i < mark.length; i++) {
            found = Byte.toUnsignedInt(bytes.get(i)) == mark[i];
        }
        return found;
    }

    private void mark(Charset found, int length) {
        charset = found;
        isSure = true;
        markLength = length;
        bytes.position(length);
    }

    private void readAll(InputStream text) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean end = false;
        while (!end) {
            int count = text.read(bytes.array(), bytes.position(), bytes.remaining());
            end = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
            decode(decoder, end);
            bytes.compact();
        }
        if (endsWithLineEnd) {
            lines--;
        }
    }

    private void decode(CharsetDecoder decoder, boolean end) throws RefusedFileException {
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, end);
            countChars();
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                boolean isCutOff = end && bytes.remaining() == result.length() && (isSure || beyondAscii > 0);
                if (!isCutOff && malformed++ == 0) {
                    firstMalformedLine = lines;
                }
                bytes.position(bytes.position() + result.length());
                endsWithLineEnd = false;
            }
        }
    }

    private void countChars() throws RefusedFileException {
        char[] decoded = chars.array();
        int count = chars.position();
        int afterLineEnd = -sinceLineEnd;
        for (int i = 0; i < count; i++) {
            char c = decoded[i];
            if (c == '\n') {
                lines++;
                // A blank one, or one with a carriage return alone.
                blankLines += i - afterLineEnd <= 1 ? 1 : 0;
                afterLineEnd = i + 1;
            } else if (c > '\u007F') {
                beyondAscii++;
            }
        }
        if (count > 0) {
            endsWithLineEnd = decoded[count - 1] == '\n';
        }
        sinceLineEnd = Math.min(count - afterLineEnd, 2);
        chars.clear();
        if (blankLines > blankLinesAllowed && blankLines > NEARLY_ALL_BLANK * (lines - blankLines)) {
            throw new RefusedFileException("holds more than " + blankLinesAllowed + " blank lines and little else");
        }
    }
}
