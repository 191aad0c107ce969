package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Lines for tests: the first row of the data set, and arbitrary ones, of which one in ten voids another. */
public final class Lines {

    private Lines() {}

    public static LineContent heartHolder() {
        return new LineContent(
                new InvoiceNumber("536365"),
                new StockCode("85123A"),
                "WHITE HANGING HEART T-LIGHT HOLDER",
                6,
                LocalDateTime.parse("2010-12-01T08:26:00"),
                new BigDecimal("2.55"),
                new CustomerId("17850"),
                "United Kingdom",
                null);
    }

    public static TransactionLine line(LineContent content) {
        return new TransactionLine(content, new LineId("1"), Instant.parse("2026-01-31T23:59:59.007Z"));
    }

    public static Arbitrary<TransactionLine> lines() {
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(0, Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Boolean> voids = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
        return Combinators.combine(contents(), texts(64).map(LineId::new), instants, attributes(), voids)
                .as(TransactionLine::new);
    }

    /** Derived fields: none in every other case. */
    public static Arbitrary<Attributes> attributes() {
        Arbitrary<String> names = Combinators.combine(
                        Arbitraries.chars().range('a', 'z'),
                        Arbitraries.strings().alpha().numeric().withChars('_').ofMaxLength(39))
                .as((first, rest) -> first + rest);
        Arbitrary<AttributeValue> values = Arbitraries.oneOf(
                texts(256).map(AttributeValue.Text::new),
                Arbitraries.longs().map(AttributeValue.Numeral::of),
                prices().map(AttributeValue.Numeral::new),
                Arbitraries.of(true, false).map(AttributeValue.Flag::new));
        Arbitrary<Attributes> some =
                Arbitraries.maps(names, values).ofMaxSize(Attributes.MAX_COUNT).map(Attributes::new);
        return Arbitraries.oneOf(Arbitraries.just(Attributes.NONE), some);
    }

    public static Arbitrary<LineContent> contents() {
        Arbitrary<InvoiceNumber> invoices = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("_-")
                .ofMinLength(1)
                .ofMaxLength(64)
                .filter(Lines::isAValue)
                .map(InvoiceNumber::new);
        return Combinators.combine(
                        invoices,
                        texts(64).map(StockCode::new),
                        texts(1_000).injectNull(0.2),
                        Arbitraries.longs(),
                        dates(),
                        prices(),
                        identifiers().injectNull(0.2),
                        Combinators.combine(
                                        texts(64), texts(64).map(StoreId::new).injectNull(0.5))
                                .as(CountryAndStore::new))
                .as((invoice, stock, description, quantity, date, price, customer, place) -> new LineContent(
                        invoice, stock, description, quantity, date, price, customer, place.country(), place.store()));
    }

    private record CountryAndStore(String country, @Nullable StoreId store) {}

    private static Arbitrary<CustomerId> identifiers() {
        return texts(64).filter(text -> !text.endsWith(".0")).map(CustomerId::new);
    }

    private static Arbitrary<LocalDateTime> dates() {
        return Arbitraries.longs()
                .between(946_684_800L, 4_102_444_799L)
                .map(second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private static Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999999"), new BigDecimal("99999999999999"))
                .ofScale(4);
    }

    /** Whether a row can hold it, where words for no value count as none. */
    private static boolean isAValue(String text) {
        return !text.isEmpty() && !text.matches("(?i)-|\\\\n|[#<(\\[]?(na|n/a|nan|null|nil|none)[>)\\]]?");
    }

    /** Trimmed texts without control characters. */
    public static Arbitrary<String> texts(int maxLength) {
        Function<String, String> trimmed = Blanks::trim;
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('£', 'é', 'ß', '\u00A0', '€', '漢', '"', '\\')
                .ofMinLength(1)
                .ofMaxLength(maxLength)
                .map(trimmed)
                .filter(Lines::isAValue);
    }
}
