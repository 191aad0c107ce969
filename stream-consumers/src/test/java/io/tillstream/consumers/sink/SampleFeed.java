package io.tillstream.consumers.sink;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CategoryId;
import io.tillstream.model.CustomerId;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.UserId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** A feed that sinks take, and lines of it, made up. */
public final class SampleFeed {

    public static final SampleFeed TRANSACTIONS = new SampleFeed(new TransactionFeed(), SampleFeed::sale);
    public static final SampleFeed EVENTS = new SampleFeed(new ShopEventFeed(), SampleFeed::event);

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:59:30Z");
    private static final LocalDateTime SOLD = LocalDateTime.parse("2010-12-01T08:26:00");
    private static final Instant SEEN = Instant.parse("2019-10-01T00:00:00Z");
    private static final List<EventType> TYPES = List.copyOf(EnumSet.allOf(EventType.class));
    private static final StoreId SHOP = new StoreId("london \uD83C\uDFEA");
    private static final String ODD_TEXT = "SET OF 3 \uD83D\uDECD\uD83C\uDF81 \"BAGS\",\\ d\u00e9j\u00e0 vu";

    private final Feed feed;
    private final BiFunction<Random, LineId, FeedLine> lines;

    private SampleFeed(Feed feed, BiFunction<Random, LineId, FeedLine> lines) {
        this.feed = feed;
        this.lines = lines;
    }

    public Feed feed() {
        return feed;
    }

    /** A line under this id. */
    public FeedLine line(Random random, String lineId) {
        return lines.apply(random, new LineId(lineId));
    }

    private static TransactionLine sale(Random random, LineId id) {
        LineContent content = new LineContent(
                SampleRecords.INVOICES.get(random.nextInt(SampleRecords.INVOICES.size())),
                new StockCode(random.nextBoolean() ? "85123A" : "gift#0001/20 %"),
                random.nextInt(4) == 0 ? null : ODD_TEXT,
                random.nextLong(-6, 7),
                SOLD.plusMinutes(random.nextInt(600)),
                price(random),
                random.nextBoolean() ? null : new CustomerId("17850"),
                "United Kingdom",
                random.nextBoolean() ? null : SHOP);
        return new TransactionLine(content, id, RECEIVED, attributes(random));
    }

    private static ShopEvent event(Random random, LineId id) {
        EventContent content = new EventContent(
                SEEN.plusMillis(random.nextInt(9_000_000)),
                TYPES.get(random.nextInt(TYPES.size())),
                new ProductId(random.nextBoolean() ? "5773203" : "gift#0001/20 %"),
                new CategoryId("1487580005134238553"),
                random.nextBoolean() ? null : "cosmetics.lips.lipstick",
                random.nextInt(4) == 0 ? null : ODD_TEXT,
                price(random),
                new UserId("46324001" + random.nextInt(9)),
                random.nextInt(4) == 0 ? null : new SessionId("session-" + random.nextInt(5)),
                random.nextBoolean() ? null : SHOP);
        return new ShopEvent(content, id, RECEIVED, attributes(random));
    }

    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(random.nextInt(-9_999, 99_999), 4);
    }

    private static Attributes attributes(Random random) {
        return random.nextBoolean()
                ? Attributes.NONE
                : new Attributes(Map.of(
                        "segment", new AttributeValue.Text("\uD83D\uDC51 gold"),
                        "vat", new AttributeValue.Numeral(new BigDecimal("2.5499"))));
    }
}
