package io.tillstream.suite.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A generated day in a shop that sells gifts: some hundred invoices, a few guests, a few returns. The same date gives
 * the same day, so that sending it again changes nothing.
 */
public final class DayOfTrade {

    private static final int INVOICES = 150;
    private static final int MAX_LINES = 30;
    private static final int MAX_QUANTITY = 24;
    private static final int GUESTS_IN_100 = 25;
    private static final int RETURNS_IN_100 = 8;
    private static final DateTimeFormatter AS_TILLS_WRITE_IT = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");
    private static final List<Article> ARTICLES = List.of(
            new Article("10011", "PAPER LANTERN SET OF 6", "4.25"),
            new Article("10014B", "BLUE ENAMEL MUG", "2.95"),
            new Article("10014R", "RED ENAMEL MUG", "2.95"),
            new Article("10120", "TIN OF COLOURED CHALK", "0.85"),
            new Article("11001", "OAK PICTURE FRAME 10X15", "6.75"),
            new Article("12090", "FELT ROBIN DECORATION", "1.25"),
            new Article("13377", "WOVEN PICNIC BASKET", "18.95"),
            new Article("15030", "BEESWAX CANDLE, PAIR", "3.39"),
            new Article("16161P", "GIFT WRAP POLKA DOTS", "0.42"),
            new Article("20002", "RAINY DAY CRAFT BOX", "8.50"),
            new Article("21212", "CAKE CASES, PACK OF 60", "0.55"),
            new Article("POST", "POSTAGE", "18.00"));
    private static final List<String> COUNTRIES =
            List.of("United Kingdom", "United Kingdom", "United Kingdom", "Germany", "France", "EIRE");

    private final LocalDate date;
    private final Random random;

    private DayOfTrade(LocalDate date) {
        this.date = date;
        this.random = new Random(date.toEpochDay());
    }

    /** The rows of a day, invoice by invoice, as a till would post them. */
    public static List<Map<String, Object>> on(LocalDate date) {
        return new DayOfTrade(date).rows();
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        LocalTime time = LocalTime.of(8, 30);
        for (int i = 0; i < INVOICES; i++) {
            time = time.plusMinutes(random.nextInt(1, 6));
            addInvoice(i, date.atTime(time), rows);
        }
        return rows;
    }

    private void addInvoice(int index, LocalDateTime sold, List<Map<String, Object>> rows) {
        boolean isReturn = random.nextInt(100) < RETURNS_IN_100;
        boolean isGuest = random.nextInt(100) < GUESTS_IN_100;
        int customer = random.nextInt(20_000, 20_060);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("InvoiceNo", (isReturn ? "C" : "") + (date.toEpochDay() % 1_000 * 1_000 + index));
        head.put("InvoiceDate", AS_TILLS_WRITE_IT.format(sold));
        if (!isGuest) {
            head.put("CustomerID", customer);
        }
        head.put("Country", COUNTRIES.get(customer % COUNTRIES.size()));
        int lines = isReturn ? 1 : random.nextInt(1, MAX_LINES + 1);
        for (int i = 0; i < lines; i++) {
            rows.add(row(head, isReturn ? -1 : random.nextInt(1, MAX_QUANTITY + 1)));
        }
    }

    private Map<String, Object> row(Map<String, Object> head, int quantity) {
        Article article = ARTICLES.get(random.nextInt(ARTICLES.size()));
        Map<String, Object> row = new LinkedHashMap<>(head);
        row.put("StockCode", article.stockCode());
        row.put("Description", article.description());
        row.put("Quantity", quantity);
        row.put("UnitPrice", new BigDecimal(article.price()));
        return row;
    }

    private record Article(String stockCode, String description, String price) {}
}
