package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.identity.LineIdentity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowBoundsTests {

    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59.007Z");

    @ParameterizedTest
    @CsvSource({
        "InvoiceDate,2026-02-02 01:59:59",
        "InvoiceDate,1900-01-01 00:00:00",
        "Quantity,1000000000",
        "Quantity,-1000000000",
        "UnitPrice,1000000000",
        "UnitPrice,-1000000000.0000"
    })
    void takesWhatReachesABound(String field, String value) {
        assertThat(codes(field, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "InvoiceDate,2026-02-02 02:00:00,InvoiceDate in_the_future",
        "InvoiceDate,12/31/9999 23:59,InvoiceDate in_the_future",
        "InvoiceDate,1899-12-31 23:59:59,InvoiceDate too_old",
        "Quantity,1000000001,Quantity out_of_range",
        "Quantity,-9223372036854775808,Quantity out_of_range",
        "UnitPrice,1000000000.0001,UnitPrice out_of_range",
        "UnitPrice,-99999999999999.9999,UnitPrice out_of_range"
    })
    void refusesWhatPassesABound(String field, String value, String code) {
        assertThat(codes(field, value)).containsExactly(code);
    }

    @Test
    void mayBeNarrowerButNotWider() {
        RowBounds narrow = new RowBounds(Duration.ZERO, LocalDateTime.of(2000, 1, 1, 0, 0), 10, BigDecimal.TEN);
        assertThat(new TransactionValidator(RowSettings.of(narrow))
                        .validate(Rows.first().with("Quantity", "11").row(), 0, LineIdentity.unique(), NOW))
                .isInstanceOf(RowResult.Rejection.class);
        assertThatThrownBy(() ->
                        new RowBounds(Duration.ZERO, LocalDateTime.MIN, RowBounds.WIDEST_QUANTITY + 1, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(String field, String value) {
        Rows row = Rows.first().without(field).with(field, value);
        RowResult result = new TransactionValidator(RowSettings.of(RowBounds.DEFAULT))
                .validate(row.row(), 0, LineIdentity.unique(), NOW);
        return result instanceof RowResult.Rejection rejection
                ? rejection.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList()
                : List.of();
    }
}
