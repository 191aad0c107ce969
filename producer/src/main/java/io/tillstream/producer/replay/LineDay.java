package io.tillstream.producer.replay;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.feed.Feed;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day on which the lines of a feed happened: that of the shop where they tell it, else that of UTC. */
record LineDay(LineColumn time) {

    static LineDay of(Feed feed) {
        return new LineDay(feed.table().column(feed.table().time()));
    }

    LocalDate of(FeedLine line) {
        return switch (time) {
            case LineColumn.LocalTime local -> local.value().apply(line).toLocalDate();
            case LineColumn.Moment moment ->
                moment.value().apply(line).atOffset(ZoneOffset.UTC).toLocalDate();
            case LineColumn.Text other -> throw notATime();
            case LineColumn.Whole other -> throw notATime();
            case LineColumn.Decimal other -> throw notATime();
        };
    }

    private IllegalStateException notATime() {
        return new IllegalStateException("The column " + time.name() + " tells no time");
    }
}
