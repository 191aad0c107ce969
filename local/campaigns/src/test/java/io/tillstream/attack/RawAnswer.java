package io.tillstream.attack;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back on a connection.
 *
 * @param status 0 when there was no answer
 * @param head the status line and headers of the first answer, in lower case
 * @param body all that came after them
 * @param isClosed whether the server closed the connection, rather than leaving it silent
 */
record RawAnswer(int status, String head, String body, boolean isClosed) {

    private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.1 (\\d{3})");
    private static final String END_OF_HEAD = "\r\n\r\n";

    static RawAnswer of(byte[] bytes, boolean isClosed) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher status = STATUS.matcher(text);
        if (!status.find()) {
            return new RawAnswer(0, "", text, isClosed);
        }
        int end = text.indexOf(END_OF_HEAD);
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + END_OF_HEAD.length());
        return new RawAnswer(Integer.parseInt(status.group(1)), head.toLowerCase(Locale.ROOT), body, isClosed);
    }

    /** The body as it was before it was cut into chunks. */
    String text() {
        if (!head.contains("transfer-encoding: chunked")) {
            return body;
        }
        StringBuilder text = new StringBuilder();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(bytes, at, end - at, StandardCharsets.UTF_8), 16);
            int begin = Math.min(end + 2, bytes.length);
            int stop = Math.min(begin + size, bytes.length);
            text.append(new String(bytes, begin, stop - begin, StandardCharsets.UTF_8));
            at = size == 0 ? bytes.length : stop + 2;
        }
        return text.toString();
    }

    boolean isProblem() {
        return head.contains("content-type: application/problem+json");
    }

    /** Whether a second answer follows in the same breath. */
    boolean isDoubled() {
        return body.contains("HTTP/1.1 ");
    }
}
