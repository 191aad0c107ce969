package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.sink.StreamLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are given together, and where to. */
record GivenRows(Way way, List<Row> rows) {

    /** The way that rows take. */
    sealed interface Way {

        /** Through the stream, to every sink. */
        record ThroughStream() implements Way {}

        /** To one sink alone. */
        record IntoSink(String name) implements Way {}

        /** None: they went through the stream before. */
        record GivenBefore() implements Way {}
    }

    /** @param letter the dead letter that holds it; none for a row of the raw lake */
    record Row(StreamLine line, @Nullable FoundLetter letter) {}

    List<StreamLine> lines() {
        return rows.stream().map(Row::line).toList();
    }
}
