package io.tillstream.sessionstore;

import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.ShopEvent;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes answers of the events of a session, of which no more than a page is held. */
final class EventPages {

    private static final Comparator<ShopEvent> IN_ORDER = Comparator.comparing(EventPlace::of);

    private EventPages() {}

    /** What all events of a session come to, and those that are wanted: both of what was read, so that they agree. */
    static FoundSession page(ShopSession session, Stream<ShopEvent> all, EventSelection selection) {
        PriorityQueue<ShopEvent> first = new PriorityQueue<>(IN_ORDER.reversed());
        @Nullable SessionSummary summary = null;
        for (Iterator<ShopEvent> events = all.iterator(); events.hasNext(); ) {
            ShopEvent event = events.next();
            summary = summary == null ? SessionSummary.of(session, event) : summary.with(event);
            if (selection.after() == null || EventPlace.of(event).compareTo(selection.after()) > 0) {
                first.add(event);
            }
            if (first.size() > selection.limit() + 1) {
                first.remove();
            }
        }
        return summary == null
                ? new FoundSession.None()
                : page(summary, first.stream().sorted(IN_ORDER).toList(), selection.limit());
    }

    private static FoundSession page(SessionSummary summary, List<ShopEvent> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new FoundSession.One(summary, oneMore, Optional.empty());
        }
        List<ShopEvent> page = oneMore.subList(0, limit);
        return new FoundSession.One(summary, page, Optional.of(EventPlace.of(page.getLast())));
    }

    static FoundSession several(List<ShopSession> sessions) {
        return new FoundSession.Several(sessions.stream()
                .map(session -> ShopFilter.nameOf(session.shop()))
                .sorted()
                .toList());
    }
}
