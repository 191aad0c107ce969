package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.Figure;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureSumTests {

    private static final List<TransactionLine> LINES = List.of(
            SampleLines.line("536365", "85123A", "a", "17850", 7, "2.55"),
            SampleLines.line("536365", "85123A", "b", "17850", -2, "0.1255"),
            SampleLines.line("536366", "22633", "c", "17850", 3, "1.05"));

    @TempDir
    private Path scratch;

    @Test
    void addsUpWholeNumbersAsSuch() {
        Figure pieces = new Figure.Total(
                "pieces", line -> ((TransactionLine) line).content().quantity());
        assertThat(valueOf(pieces, LINES)).isEqualTo(new BigDecimal("8"));
        assertThat(valueOf(pieces, List.of())).isEqualTo(BigDecimal.ZERO);
        Figure most = new Figure.Total("most", line -> Long.MAX_VALUE);
        assertThat(valueOf(most, LINES)).isEqualTo(new BigDecimal("27670116110564327421"));
    }

    @Test
    void addsUpMoneyToTheCentOrFiner() {
        Figure revenue = new Figure.Sum("revenue", line -> ((TransactionLine) line).lineTotal());
        assertThat(valueOf(revenue, LINES.subList(0, 1))).isEqualTo(new BigDecimal("17.85"));
        assertThat(valueOf(revenue, LINES)).isEqualTo(new BigDecimal("20.749"));
        assertThat(valueOf(revenue, List.of())).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void countsTextsOnce() {
        Figure invoices = new Figure.Distinct(
                "invoices", line -> ((TransactionLine) line).invoiceNo().value());
        assertThat(valueOf(invoices, LINES)).isEqualTo(new BigDecimal("2"));
    }

    private BigDecimal valueOf(Figure figure, List<TransactionLine> lines) {
        try (FigureSum sum = FigureSum.of(figure, scratch)) {
            lines.forEach(sum::add);
            return sum.value();
        }
    }
}
