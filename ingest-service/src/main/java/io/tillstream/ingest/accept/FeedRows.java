package io.tillstream.ingest.accept;

import io.tillstream.ingest.rules.LineRules;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.RowValidator;

/**
 * What is done with the rows of a feed.
 *
 * @param validator makes lines of them
 * @param rules what the operator wants done with these
 */
record FeedRows(Feed feed, RowValidator validator, LineRules rules) {}
