package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Shop events for tests: one as it was published, and arbitrary ones. */
public final class Events {

    private static final Instant RECEIVED = Instant.parse("2026-01-31T23:59:59.007Z");

    private Events() {}

    /** A visitor puts a lipstick into the cart. */
    public static EventContent lipstick() {
        return new EventContent(
                Instant.parse("2019-10-01T00:00:00Z"),
                EventType.CART,
                new ProductId("5773203"),
                new CategoryId("1487580005134238553"),
                "cosmetics.lips.lipstick",
                "runail",
                new BigDecimal("2.62"),
                new UserId("463240011"),
                new SessionId("26dd6e6e-4dac-4778-8d2c-92e149dab885"),
                null);
    }

    public static ShopEvent event(EventContent content) {
        return event(content, "1");
    }

    public static ShopEvent event(EventContent content, String eventId) {
        return new ShopEvent(content, new LineId(eventId), RECEIVED);
    }

    /** An event without all that may be absent. */
    public static EventContent bare() {
        EventContent all = lipstick();
        return new EventContent(
                all.time(),
                EventType.VIEW,
                all.productId(),
                all.categoryId(),
                null,
                null,
                all.price(),
                all.userId(),
                null,
                null);
    }

    public static Arbitrary<ShopEvent> events() {
        return Combinators.combine(contents(), texts(64).map(LineId::new), moments(), Lines.attributes())
                .as(ShopEvent::new);
    }

    public static Arbitrary<EventContent> contents() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.of(EventType.class),
                        texts(64).map(ProductId::new),
                        Combinators.combine(
                                        texts(64).map(CategoryId::new),
                                        texts(256).injectNull(0.2),
                                        texts(128).injectNull(0.2))
                                .as(Category::new),
                        prices(),
                        texts(64).map(UserId::new),
                        sessions().injectNull(0.2),
                        texts(64).map(StoreId::new).injectNull(0.5))
                .as((time, type, product, category, price, user, session, store) -> new EventContent(
                        time,
                        type,
                        product,
                        category.id(),
                        category.code(),
                        category.brand(),
                        price,
                        user,
                        session,
                        store));
    }

    private record Category(
            CategoryId id, @Nullable String code, @Nullable String brand) {}

    private static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1900-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<SessionId> sessions() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("_-")
                .ofMinLength(1)
                .ofMaxLength(64)
                .filter(Events::isAValue)
                .map(SessionId::new);
    }

    private static Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999"), new BigDecimal("999999999"))
                .ofScale(4);
    }

    private static Arbitrary<String> texts(int maxLength) {
        return Lines.texts(maxLength).filter(Events::isAValue);
    }

    /** Whether a row can hold it as an id: numbers with decimals are taken for what a program has made of whole ones. */
    private static boolean isAValue(String text) {
        return !text.matches("-?[0-9]+[.,][0-9eE+-]*|[0-9][eE].*|(?i)-|na|nan|null|nil|none");
    }
}
