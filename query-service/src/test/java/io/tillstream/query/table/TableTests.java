package io.tillstream.query.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    private static final LocalDateTime EIGHT = LocalDateTime.parse("2010-12-01T08:00");

    @Test
    void hasAHeaderEvenWithoutRows() throws IOException {
        assertThat(csv(Table.of(Sale.class, List.of()))).isEqualTo("article,total,sold\r\n");
        assertThat(csv(Table.of(Sale.class, List.of(), Set.of("total")))).isEqualTo("article,sold\r\n");
    }

    @Test
    void writesExactNumbersTimesAndNothingForWhatIsAbsent() throws IOException {
        Sale sale = new Sale("cup", new BigDecimal("-1E+3"), EIGHT);
        Sale absent = new Sale("", null, null);
        assertThat(csv(Table.of(Sale.class, List.of(sale, absent))))
                .isEqualTo("article,total,sold\r\ncup,-1000,2010-12-01T08:00:00\r\n,,\r\n");
    }

    @Test
    void quotesWhatWouldBeReadAsStructure() throws IOException {
        assertThat(article("CUP, RED")).isEqualTo("\"CUP, RED\"");
        assertThat(article("3\" TAPE")).isEqualTo("\"3\"\" TAPE\"");
        assertThat(article("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\uff1d1+1"})
    void letsNoSpreadsheetTakeATextForAFormula(String text) throws IOException {
        assertThat(article(text)).isEqualTo("'" + text);
    }

    @Test
    void quotesAGuardedText() throws IOException {
        assertThat(article("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(article("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }

    /** Programs join by these texts; nothing in them may be another on the way. */
    @Test
    void leavesTextOfAnyDirectionAsItCame() throws IOException {
        assertThat(article("\u202eynamreG")).isEqualTo("\u202eynamreG");
        assertThat(article("Ger\u200bmany")).isEqualTo("Ger\u200bmany");
    }

    private static String article(String text) throws IOException {
        String csv = csv(Table.of(Sale.class, List.of(new Sale(text, null, null))));
        return csv.substring("article,total,sold\r\n".length(), csv.length() - ",,\r\n".length());
    }

    private static String csv(Table table) throws IOException {
        StringBuilder text = new StringBuilder();
        new CsvText(text).write(table);
        return text.toString();
    }

    record Sale(
            String article,
            @Nullable BigDecimal total,
            @Nullable LocalDateTime sold) {}
}
