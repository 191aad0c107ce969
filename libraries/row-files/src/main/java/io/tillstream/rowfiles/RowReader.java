package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Reads the rows of a file of one format; as often as asked, each time from the first. */
interface RowReader {

    /** Hands over the rows until there are no more, or no more are wanted. */
    void read(RowConsumer rows) throws IOException;

    /** The feed that its rows are of. */
    Feed feed();

    /** What the format and its particulars are called. */
    String description();

    /** What whoever loads the file should know of it. */
    default List<String> notes() {
        return List.of();
    }

    /** About how many rows there are, when that is known without reading them. */
    OptionalLong estimatedRows();
}
