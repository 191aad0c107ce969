package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileDatesTests {

    @Test
    void refusesAFileThatWritesTheDayFirst() {
        FileDates dates = read(null, "1/12/2010 8:26", "2010-12-13 8:26", "13/12/2010 8:26", "14/12/2010 8:26");
        assertThat(dates.fault())
                .contains("its dates are written day first: \"13/12/2010 8:26\" in line 3 of a.csv;"
                        + " give --dates day-first, or --dates month-first to have such rows rejected");
        assertThat(dates.note()).isEmpty();
    }

    @Test
    void refusesAFileThatWritesBoth() {
        FileDates dates = read(null, "12/13/2010 8:26", "13/12/2010 8:26");
        assertThat(dates.fault())
                .hasValueSatisfying(fault -> assertThat(fault)
                        .contains(
                                "written month first: \"12/13/2010 8:26\" in line 1 of a.csv",
                                "others day first: \"13/12/2010 8:26\" in line 2 of a.csv"));
    }

    @Test
    void takesAFileThatWritesTheMonthFirst() {
        FileDates dates = read(null, "12/1/2010 8:26", "12/13/2010 8:26", "2/30/2010 8:26", "40/40/2010 8:26", "never");
        assertThat(dates.fault()).isEmpty();
        assertThat(dates.note()).isEmpty();
    }

    @Test
    void tellsThatItAssumedTheOrder() {
        FileDates dates = read(null, "5/5/2010 8:26", "2010-12-13T08:26", "12/1/2010 8:26");
        assertThat(dates.fault()).isEmpty();
        assertThat(dates.note())
                .hasValueSatisfying(note -> assertThat(note)
                        .contains("\"12/1/2010 8:26\" in line 3", "read month first", "--dates day-first"));
        assertThat(read(null, "5/5/2010 8:26", "2010-12-13T08:26", "2010-12-01T08:26")
                        .note())
                .isEmpty();
    }

    @Test
    void doesAsItIsTold() {
        assertThat(read(DateOrder.MONTH_FIRST, "13/12/2010 8:26").fault()).isEmpty();
        FileDates dates = read(DateOrder.DAY_FIRST, "12/13/2010 8:26", "3/4/2010 8:26");
        assertThat(dates.fault()).isEmpty();
        assertThat(dates.note()).isEmpty();
        RowValidator validator = new TransactionValidator(RowSettings.of(dates));
        assertThat(validated(validator, "3/4/2010 8:26"))
                .isInstanceOfSatisfying(
                        RowResult.Accepted.class,
                        row -> assertThat(((TransactionLine) row.line()).invoiceDate())
                                .isEqualTo(LocalDateTime.of(2010, 4, 3, 8, 26)));
        assertThat(validated(validator, "12/13/2010 8:26"))
                .isInstanceOfSatisfying(
                        RowResult.Rejection.class,
                        row -> assertThat(row.errors().get(0).message()).contains("write day/month/year"));
    }

    private static FileDates read(@Nullable DateOrder told, String... texts) {
        FileDates dates = FileDates.of(told);
        RowValidator validator = new TransactionValidator(RowSettings.of(dates));
        for (int i = 0; i < texts.length; i++) {
            dates.at("a.csv", i + 1);
            validated(validator, texts[i]);
        }
        return dates;
    }

    private static RowResult validated(RowValidator validator, String date) {
        return validator.validate(
                Rows.first().with("InvoiceDate", date).row(), 0, LineIdentity.unique(), Instant.EPOCH);
    }
}
