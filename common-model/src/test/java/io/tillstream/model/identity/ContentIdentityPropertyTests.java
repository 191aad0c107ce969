package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.LineContent;
import io.tillstream.model.Lines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.Rows;
import io.tillstream.model.row.TransactionValidator;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ContentIdentityPropertyTests {

    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59.007Z");
    private static final String[] DATES = {
        "M/d/yyyy H:mm:ss", "MM/dd/yyyy HH:mm:ss", "M/d/yy H:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'",
    };

    @Property(tries = 500)
    void isTheSameForEverySpelling(@ForAll("contents") LineContent content, @ForAll long seed) {
        TransactionLine line = validated(spelled(content, new Random(seed)));
        assertThat(line.content()).isEqualTo(content);
        assertThat(line.lineId())
                .isEqualTo(LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(content, 0));
    }

    @Property(tries = 500)
    void differsWhenAnyValueDiffers(@ForAll("contents") LineContent one, @ForAll("contents") LineContent other) {
        Assume.that(!one.equals(other));
        for (int component = 0; component < 9; component++) {
            LineContent changed = withComponentOf(one, other, component);
            assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE)
                            .identify(changed, 0)
                            .equals(LineIdentity.ofContent(TransactionHashing.INSTANCE)
                                    .identify(one, 0)))
                    .isEqualTo(changed.equals(one));
        }
    }

    @Provide
    Arbitrary<LineContent> contents() {
        return Lines.contents();
    }

    private static LineContent withComponentOf(LineContent one, LineContent other, int component) {
        return new LineContent(
                component == 0 ? other.invoiceNo() : one.invoiceNo(),
                component == 1 ? other.stockCode() : one.stockCode(),
                component == 2 ? other.description() : one.description(),
                component == 3 ? other.quantity() : one.quantity(),
                component == 4 ? other.invoiceDate() : one.invoiceDate(),
                component == 5 ? other.unitPrice() : one.unitPrice(),
                component == 6 ? other.customerId() : one.customerId(),
                component == 7 ? other.country() : one.country(),
                component == 8 ? other.storeId() : one.storeId());
    }

    private static RawRow spelled(LineContent content, Random random) {
        Rows rows = Rows.first()
                .with("InvoiceNo", blanks(random) + content.invoiceNo().value())
                .with("StockCode", content.stockCode().value() + blanks(random))
                .with("Country", blanks(random) + content.country() + blanks(random))
                .without("Description")
                .without("CustomerID");
        DateTimeFormatter format = DateTimeFormatter.ofPattern(DATES[random.nextInt(DATES.length)], Locale.ROOT);
        boolean short20xx = content.invoiceDate().getYear() < 2000;
        rows.with(
                "InvoiceDate",
                short20xx
                        ? content.invoiceDate().toString()
                        : content.invoiceDate().format(format));
        rows.without("Quantity").with(pick(random, "Quantity", "quantity"), number(content.quantity() + "", random));
        String price = content.unitPrice().toPlainString() + pick(random, "", "0", "000000");
        rows.without("UnitPrice").with(pick(random, "UnitPrice", "Price", "unitPrice"), number(price, random));
        if (content.description() != null || random.nextBoolean()) {
            rows.with("Description", blanks(random) + (content.description() == null ? "" : content.description()));
        }
        if (content.customerId() != null) {
            rows.with(
                    pick(random, "Customer ID", "customerId"),
                    content.customerId().value() + blanks(random));
        }
        if (content.storeId() != null) {
            rows.with("storeId", content.storeId().value());
        }
        return rows.row();
    }

    private static RawValue number(String plain, Random random) {
        return random.nextBoolean() ? new RawValue.Numeral(plain) : new RawValue.Text(blanks(random) + plain);
    }

    private static String blanks(Random random) {
        return pick(random, "", " ", "\t \u00A0");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static TransactionLine validated(RawRow row) {
        RowResult result = new TransactionValidator(RowSettings.USUAL)
                .validate(row, 0, LineIdentity.ofContent(TransactionHashing.INSTANCE), NOW);
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
        return (TransactionLine) ((RowResult.Accepted) result).line();
    }
}
