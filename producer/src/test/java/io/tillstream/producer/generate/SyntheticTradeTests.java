package io.tillstream.producer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticTradeTests {

    private static final LocalDate START = LocalDate.of(2024, 12, 1);
    private static final int ROWS = 60_000;

    private final List<TradeRow> rows = rows(1, ROWS);

    @Test
    void makesExactlySoManyRows() {
        assertThat(rows).hasSize(ROWS);
        assertThat(rows(1, 1)).hasSize(1);
    }

    @Test
    void dependsOnTheSeedOnly() {
        assertThat(rows(1, 500)).isEqualTo(rows(1, 500)).isNotEqualTo(rows(2, 500));
    }

    @Test
    void hasTheQuirksOfTheDataSet() {
        assertThat(share(row -> row.customerId() == 0)).isBetween(0.22, 0.28);
        assertThat(share(row -> row.invoiceNo().startsWith("C"))).isBetween(0.01, 0.03);
        assertThat(share(row -> row.country().equals("United Kingdom"))).isBetween(0.85, 0.97);
        assertThat(share(row -> row.description().isEmpty() && row.priceMills() == 0 && row.customerId() == 0))
                .isBetween(0.001, 0.006);
        assertThat(share(row -> row.description().contains(","))).isPositive();
        assertThat(share(row -> row.description().contains("\""))).isPositive();
        assertThat(share(row -> row.description().startsWith(" "))).isPositive();
        assertThat(share(row -> row.description().contains("£"))).isPositive();
        assertThat(share(row -> row.stockCode().equals("BANK CHARGES"))).isPositive();
        assertThat(share(row -> row.stockCode().matches("\\d{5}[a-f]"))).isPositive();
        assertThat(rows).filteredOn(row -> row.invoiceNo().startsWith("A")).isNotEmpty();
        assertThat(rows).filteredOn(row -> row.invoiceNo().startsWith("C")).allMatch(row -> row.quantity() < 0);
        double surplus = ROWS - new HashSet<>(rows).size();
        assertThat(surplus / ROWS).isBetween(0.005, 0.02);
    }

    @Test
    void sellsAtNegativePricesSometimes() {
        assertThat(rows(3, 800_000)).anyMatch(row -> row.unitPrice().compareTo(BigDecimal.ZERO) < 0);
    }

    @Test
    void writesInvoicesOfOneLineAndOfAThousand() {
        Map<String, Long> lines =
                rows.stream().collect(Collectors.groupingBy(TradeRow::invoiceNo, Collectors.counting()));
        assertThat(lines.values()).contains(1L).allMatch(count -> count <= 1_114);
        assertThat(lines.values()).anyMatch(count -> count > 200);
    }

    @Test
    void tradesWithinShopHoursInTheOrderOfTime() {
        assertThat(rows.stream().map(row -> row.invoiceDate().toLocalDate())).isSorted();
        assertThat(rows.getFirst().invoiceDate().toLocalDate()).isEqualTo(START);
        assertThat(rows.getLast().invoiceDate().toLocalDate()).isAfter(START.plusDays(370));
        assertThat(rows)
                .allMatch(row -> row.invoiceDate().getHour() >= 6
                        && row.invoiceDate().getHour() <= 21
                        && row.invoiceDate().getDayOfWeek() != DayOfWeek.SATURDAY);
    }

    private double share(Predicate<TradeRow> predicate) {
        return rows.stream().filter(predicate).count() * 1.0 / ROWS;
    }

    private static List<TradeRow> rows(long seed, int count) {
        List<TradeRow> rows = new ArrayList<>(count);
        new SyntheticTrade(seed, START, 374).generate(count, rows::add);
        return rows;
    }
}
