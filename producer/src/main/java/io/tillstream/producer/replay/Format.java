package io.tillstream.producer.replay;

import java.util.List;
import java.util.stream.Collectors;

/** The forms in which rows are sent. */
enum Format {
    JSON("application/json", "[", ",\n", "]"),
    NDJSON("application/x-ndjson", "", "\n", "\n");

    private final String contentType;
    private final String begin;
    private final String between;
    private final String end;

    Format(String contentType, String begin, String between, String end) {
        this.contentType = contentType;
        this.begin = begin;
        this.between = between;
        this.end = end;
    }

    String contentType() {
        return contentType;
    }

    /** The body of these rows. */
    String join(List<SentRow> rows) {
        return rows.stream().map(SentRow::json).collect(Collectors.joining(between, begin, end));
    }
}
