package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up a file of a shop's events, the same for the same seed: sessions of several users, of several shops that name
 * theirs alike, without a view, over midnight, events without a session, at equal times, equal events, in any order.
 */
final class Visits {

    static final String HEADER =
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session,store_id";

    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST_DAY = Instant.parse("2019-10-01T00:00:00Z");
    private static final int DAYS = 120;
    private static final int SECONDS_A_DAY = 86_400;
    private static final List<String> CODES = List.of(
            "",
            "appliances.kitchen.washer",
            "appliances.kitchen.kettle",
            "appliances.iron",
            "electronics.smartphone",
            "furniture",
            "furniture.kitchen.table.round");
    private static final List<String> BRANDS = List.of("", "samsung", "apple", "l'oréal", "x.y");
    private static final List<String> SHOPS = List.of("", "", "soho", "york");

    private final Random random;

    Visits(long seed) {
        random = new Random(seed);
    }

    /** The rows of so many sessions, without the header. */
    List<String> rows(int sessions) {
        List<String> rows = new ArrayList<>();
        for (int session = 0; session < sessions; session++) {
            visit("s" + session % (sessions * 2 / 3), rows);
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    /** The same rows in another order and another spelling. */
    List<String> toldAgain(List<String> rows) {
        List<String> again = new ArrayList<>(rows.stream().map(Visits::spelled).toList());
        Collections.shuffle(again, random);
        return again;
    }

    private void visit(String session, List<String> rows) {
        String shop = anyOf(SHOPS);
        String user = "u" + random.nextInt(120);
        int[] products = {random.nextInt(40), random.nextInt(40), random.nextInt(40)};
        boolean withoutViews = chance(10);
        Instant time = beginning();
        int events = 1 + random.nextInt(12);
        for (int i = 0; i < events; i++) {
            time = chance(35)
                    ? time
                    : time.plusMillis(chance(20) ? random.nextInt(5_000) : random.nextInt(600) * 1_000L);
            String type = type(withoutViews);
            String row = row(time, type, products[random.nextInt(products.length)]) + ","
                    + (chance(8) ? "u" + random.nextInt(120) : user) + "," + (chance(8) ? "" : session) + "," + shop;
            Collections.nCopies(chance(2) ? 2 : 1, row).forEach(rows::add);
        }
    }

    private Instant beginning() {
        Instant day = FIRST_DAY.plusSeconds(random.nextInt(DAYS) * (long) SECONDS_A_DAY);
        return day.plusSeconds(chance(10) ? SECONDS_A_DAY - 60 : random.nextInt(SECONDS_A_DAY));
    }

    private String type(boolean withoutViews) {
        int dice = random.nextInt(100);
        if (dice < 45 && !withoutViews) {
            return "view";
        }
        return dice < 75 ? "cart" : dice < 87 ? "remove_from_cart" : "purchase";
    }

    private String row(Instant time, String type, int product) {
        String at = time.toEpochMilli() % 1_000 == 0 ? PUBLISHED.format(time) : time.toString();
        BigDecimal price = BigDecimal.valueOf((product * 7919L) % 90_000 + random.nextInt(2) * 25L, 2);
        return String.join(
                ",",
                at,
                type,
                "p" + product,
                "148758000513423" + product,
                CODES.get(product % CODES.size()),
                BRANDS.get(product % BRANDS.size()),
                price.toPlainString());
    }

    private static String spelled(String row) {
        String[] values = row.split(",", -1);
        values[0] = time(values[0]).atOffset(ZoneOffset.ofHours(2)).toString();
        values[6] = new BigDecimal(values[6]).setScale(4).toPlainString();
        return String.join(",", values);
    }

    /** When it says that an event was. */
    static Instant time(String text) {
        return text.endsWith(" UTC")
                ? LocalDate.parse(text.substring(0, 10))
                        .atStartOfDay()
                        .plusSeconds(LocalTime.parse(text.substring(11, 19)).toSecondOfDay())
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private String anyOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
