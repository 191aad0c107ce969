package io.tillstream.producer.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Generated events of a cosmetics shop in the form of the published ones, with their quirks: products without a brand,
 * categories without a code, things put into the cart unseen, whole carts bought in one second, rows that occur twice,
 * sessions that go on after hours, some without an id, and a few programs that look at thousands of products.
 *
 * <p>The same seed, days and number of rows give the same rows, on every JDK. Rows come in the order of time, over all
 * sessions. Held in memory are the sessions that have begun and are not over: their number grows with the rows of a
 * day, not with the days.
 */
final class SyntheticSessions {

    private static final double WITHOUT_ID = 0.0005;

    private final Dice dice;
    private final ShopProducts products;
    private final ShopUsers users;
    private final ShopHours hours;
    private final SessionWalk walk;
    private final PriorityQueue<SyntheticSession> open = new PriorityQueue<>();
    private long begun;
    private long planned;

    /** Sessions that begin within so many days from the first on. */
    SyntheticSessions(long seed, LocalDate firstDay, int days) {
        this.dice = new Dice(seed);
        this.products = new ShopProducts(dice);
        this.users = new ShopUsers(dice);
        this.hours = new ShopHours(firstDay, days);
        this.walk = new SessionWalk(dice, products);
    }

    /** All that the shop sells, by id. */
    List<ShopProduct> products() {
        return products.all();
    }

    /** How many sessions have begun and are not over. */
    int held() {
        return open.size();
    }

    /** Hands over so many rows. To be called once. */
    void generate(long rows, Consumer<EventRow> consumer) {
        while (planned < rows) {
            long start = hours.secondAt((double) planned / rows);
            handOver(start, consumer);
            begin(start, rows - planned);
        }
        handOver(Long.MAX_VALUE, consumer);
    }

    /** Hands over what happens before a time. */
    private void handOver(long before, Consumer<EventRow> consumer) {
        while (!open.isEmpty() && open.element().second() < before) {
            SyntheticSession session = open.remove();
            consumer.accept(session.nextRow());
            if (!session.isOver()) {
                open.add(session);
            }
        }
    }

    /** @param most how many events the session may have */
    private void begin(long start, long most) {
        int user = users.next();
        String id = new UUID(dice.bits(), dice.bits()).toString();
        List<SessionEvent> events = walk.from(start, users.isBuyer(user));
        List<SessionEvent> kept = events.size() > most ? events.subList(0, (int) most) : events;
        planned += kept.size();
        open.add(new SyntheticSession(begun++, user, dice.chance(WITHOUT_ID) ? "" : id, kept));
    }
}
