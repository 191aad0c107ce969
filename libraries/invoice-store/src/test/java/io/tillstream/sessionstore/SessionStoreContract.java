package io.tillstream.sessionstore;

import static io.tillstream.model.EventType.CART;
import static io.tillstream.model.EventType.PURCHASE;
import static io.tillstream.model.EventType.REMOVE_FROM_CART;
import static io.tillstream.model.EventType.VIEW;
import static io.tillstream.sessionstore.SessionEvents.START;
import static io.tillstream.sessionstore.SessionEvents.at;
import static io.tillstream.sessionstore.SessionEvents.by;
import static io.tillstream.sessionstore.SessionEvents.later;
import static io.tillstream.sessionstore.SessionEvents.ofShop;
import static io.tillstream.sessionstore.SessionEvents.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.EventType;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of sessions does. Each test works with sessions and users of its own. */
interface SessionStoreContract {

    SessionWriter writer();

    SessionReader reader();

    @Test
    default void findsNothingWhereNothingWasAdded() {
        assertThat(reader().session(new SessionId(unique()), EventSelection.first()))
                .isEqualTo(new FoundSession.None());
        assertThat(reader().sessions(new UserId(unique()), all(10))).isEmpty();
    }

    @Test
    default void givesBackEventsAsTheyWereAddedInTheirOrder() {
        String session = unique();
        ShopEvent first = at(session, "z", VIEW, 1, "2.62");
        ShopEvent second = SessionEvents.having(
                at(session, "a#1 %", CART, 2, "0.0001"),
                new Attributes(Map.of(
                        "channel", new AttributeValue.Text("app \u00a3"),
                        "vat", new AttributeValue.Numeral(new BigDecimal("1234567890123456789012345678.345678")))));
        ShopEvent sameMoment = at(session, "b", VIEW, 2, "-3");
        writer().add(List.of(sameMoment, second, first));
        assertThat(one(session).events()).containsExactly(first, second, sameMoment);
    }

    @Test
    default void saysWhatASessionComesTo() {
        String session = unique();
        writer().add(List.of(
                at(session, "1", VIEW, 0, "2.62"),
                at(session, "2", VIEW, 30, "7"),
                at(session, "3", CART, 60, "2.62"),
                at(session, "4", CART, 61, "7"),
                at(session, "5", REMOVE_FROM_CART, 70, "7"),
                at(session, "6", PURCHASE, 3_700, "2.62"),
                at(session, "7", PURCHASE, 3_701, "0.001")));
        SessionSummary summary = one(session).summary();
        assertThat(summary)
                .isEqualTo(new SessionSummary(
                        new ShopSession(new SessionId(session), null),
                        new UserId("463240011"),
                        new EventPlace(START, new LineId("1")),
                        START.plusSeconds(3_701),
                        7,
                        2,
                        2,
                        1,
                        2,
                        new BigDecimal("2.621")));
        assertThat(summary.converted()).isTrue();
        assertThat(summary.abandoned(START.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    default void callsACartAbandonedThatIsLeftAloneForHalfAnHour() {
        String session = unique();
        writer().add(List.of(at(session, "1", CART, 0, "2.62"), at(session, "2", VIEW, 60, "1")));
        SessionSummary summary = one(session).summary();
        Instant last = START.plusSeconds(60);
        assertThat(summary.abandoned(last.plus(Duration.ofMinutes(30)))).isFalse();
        assertThat(summary.abandoned(last.plus(Duration.ofMinutes(30)).plusMillis(1)))
                .isTrue();
        assertThat(summary.converted()).isFalse();
        writer().add(List.of(at(session, "3", PURCHASE, 30, "2.62")));
        assertThat(one(session).summary().abandoned(Instant.MAX)).isFalse();
    }

    @Test
    default void doesNotCallASessionWithoutACartAbandoned() {
        String session = unique();
        writer().add(List.of(at(session, "1", VIEW, 0, "1")));
        assertThat(one(session).summary().abandoned(Instant.MAX)).isFalse();
    }

    @Test
    default void passesOverEventsWithoutASession() {
        String session = unique();
        assertThat(writer().add(List.of(SampleEvents.event(null, "1"), at(session, "2", VIEW, 0, "1"))))
                .isEmpty();
        assertThat(one(session).events()).hasSize(1);
    }

    @Test
    default void changesNothingWhenEventsComeAgain() {
        String session = unique();
        List<ShopEvent> events = events(session, 40);
        writer().add(events);
        FoundSession before = find(session, ShopFilter.ALL);
        writer().add(events);
        writer().add(events.subList(3, 9));
        writer().add(List.of(events.getFirst(), events.getFirst()));
        assertThat(find(session, ShopFilter.ALL)).isEqualTo(before);
        assertThat(one(session).summary().events()).isEqualTo(40);
        assertThat(listed(session)).isEqualTo(one(session).summary());
    }

    @Test
    default void countsOnWhateverComesInWhateverOrder() {
        String session = unique();
        List<ShopEvent> events = new ArrayList<>(events(session, 60));
        Collections.shuffle(events, new Random(7));
        for (int i = 0; i < 60; i += 7) {
            writer().add(events.subList(i, Math.min(60, i + 7)));
        }
        SessionSummary summary = one(session).summary();
        assertThat(summary.events()).isEqualTo(60);
        assertThat(summary.start()).isEqualTo(START);
        assertThat(summary.last()).isEqualTo(START.plusSeconds(59));
        assertThat(listed(session)).isEqualTo(summary);
    }

    @Test
    default void letsTheVersionCountThatWasReceivedFirstWhicheverCameFirst() {
        for (boolean laterFirst : List.of(true, false)) {
            String session = unique();
            ShopEvent counts = at(session, "1", CART, 10, "5");
            ShopEvent other = later(at(session, "1", PURCHASE, 99, "8"), Duration.ofMillis(1));
            ShopEvent between = at(session, "2", VIEW, 50, "1");
            List<String> letters = new ArrayList<>();
            for (ShopEvent event : laterFirst ? List.of(other, between, counts) : List.of(counts, between, other)) {
                writer().add(
                                List.of(event),
                                (replaced, by) -> letters.add(replaced.content().price() + " replaced"))
                        .forEach(
                                refused -> letters.add(refused.event().content().price() + " " + refused.reason()));
            }
            assertThat(letters)
                    .containsExactly(laterFirst ? "8.00 replaced" : "8.00 " + RefusedEvent.OTHER_VERSION_REASON);
            SessionSummary summary = one(session).summary();
            assertThat(one(session).events()).containsExactly(counts, between);
            assertThat(summary.purchases()).isZero();
            assertThat(summary.last()).isEqualTo(START.plusSeconds(50));
            assertThat(summary.value()).isEqualTo(new BigDecimal("0.00"));
            assertThat(listed(session)).isEqualTo(summary);
        }
    }

    @Test
    default void settlesVersionsThatComeTogether() {
        String session = unique();
        ShopEvent counts = at(session, "1", VIEW, 0, "5");
        ShopEvent other = later(at(session, "1", PURCHASE, 0, "8"), Duration.ofSeconds(1));
        assertThat(writer().add(List.of(other, counts)))
                .extracting(RefusedEvent::event)
                .containsExactly(other);
        assertThat(one(session).events()).containsExactly(counts);
        assertThat(writer().add(List.of(later(counts, Duration.ofDays(1))))).isEmpty();
        assertThat(one(session).events()).containsExactly(counts);
    }

    @Test
    default void keepsTheSessionsOfShopsApart() {
        String session = unique();
        ShopEvent plain = at(session, "1", VIEW, 0, "1");
        writer().add(List.of(
                plain,
                ofShop(plain, "acme"),
                ofShop(at(session, "2", CART, 5, "1"), "acme"),
                ofShop(at(session, "1", PURCHASE, 0, "1"), "acme#1")));
        assertThat(find(session, ShopFilter.ALL)).isEqualTo(new FoundSession.Several(List.of("", "acme", "acme#1")));
        assertThat(one(session, ShopFilter.WITHOUT_SHOP).events()).containsExactly(plain);
        assertThat(one(session, shop("acme")).summary().events()).isEqualTo(2);
        assertThat(one(session, shop("acme#1")).summary().purchases()).isOne();
        assertThat(find(session, shop("other"))).isEqualTo(new FoundSession.None());
    }

    @Test
    default void turnsThePagesOfASession() {
        String session = unique();
        List<ShopEvent> events = events(session, 25);
        writer().add(events);
        List<ShopEvent> read = new ArrayList<>();
        Optional<EventPlace> after = Optional.empty();
        do {
            FoundSession found = reader().session(
                            new SessionId(session), new EventSelection(ShopFilter.ALL, after.orElse(null), 10));
            FoundSession.One page = (FoundSession.One) found;
            assertThat(page.summary().events()).isEqualTo(25);
            read.addAll(page.events());
            after = page.next();
        } while (after.isPresent());
        assertThat(read).isEqualTo(events);
    }

    @Test
    default void listsTheSessionsOfAUserNewestFirst() {
        String user = unique();
        List<String> sessions = IntStream.range(0, 7)
                .mapToObj(i -> {
                    String session = unique();
                    writer().add(List.of(
                            by(at(session, "2", VIEW, 60L * i + 5, "1"), "another"),
                            by(at(session, "1", VIEW, 60L * i, "1"), user)));
                    return session;
                })
                .toList();
        assertThat(ids(page(user, all(10)))).isEqualTo(sessions.reversed());

        List<String> read = new ArrayList<>();
        Optional<SessionPlace> after = Optional.empty();
        do {
            SessionPage page = page(user, new SessionSelection(ShopFilter.ALL, null, null, after.orElse(null), 3));
            read.addAll(ids(page));
            after = page.next();
        } while (after.isPresent());
        assertThat(read).isEqualTo(sessions.reversed());

        SessionSelection middle =
                new SessionSelection(ShopFilter.ALL, START.plusSeconds(60), START.plusSeconds(180), null, 10);
        assertThat(ids(page(user, middle))).containsExactly(sessions.get(2), sessions.get(1));
        SessionSelection none = new SessionSelection(ShopFilter.ALL, START.plusSeconds(9_999), null, null, 10);
        assertThat(page(user, none).sessions()).isEmpty();
        SessionSelection turned = new SessionSelection(ShopFilter.ALL, START.plusSeconds(60), START, null, 10);
        assertThat(page(user, turned).sessions()).isEmpty();
    }

    @Test
    default void listsASessionOnceWhenItsBeginningMoves() {
        String user = unique();
        String session = unique();
        for (int second = 9; second >= 0; second -= 3) {
            writer().add(List.of(by(at(session, "e" + second, VIEW, second, "1"), user)));
        }
        assertThat(page(user, all(10)).sessions()).containsExactly(one(session).summary());
    }

    @Test
    default void listsTheSessionsOfTheShopsThatAreWanted() {
        String user = unique();
        String session = unique();
        for (int i = 0; i < 12; i++) {
            ShopEvent event = by(at(session + i, "1", VIEW, i, "1"), user);
            writer().add(List.of(ofShop(event, i % 4 == 0 ? "acme" : "other")));
        }
        SessionSelection ofAcme = new SessionSelection(shop("acme"), null, null, null, 2);
        assertThat(ids(page(user, ofAcme))).containsExactly(session + 8, session + 4);
        assertThat(reader().sessions(new UserId(user), new SessionSelection(shop("none"), null, null, null, 2)))
                .isEmpty();
    }

    /** More events than one transaction, or one page, takes. */
    @Test
    default void takesASessionOfAnySize() {
        String session = unique();
        List<ShopEvent> events = events(session, 2_500);
        writer().add(events.subList(0, 1_700));
        writer().add(events.subList(1_600, 2_500));
        FoundSession.One found = one(session);
        assertThat(found.summary().events()).isEqualTo(2_500);
        assertThat(found.events()).isEqualTo(events.subList(0, EventSelection.MOST));
        assertThat(listed(session)).isEqualTo(found.summary());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void endsUpTheSameThroughSeveralWriters(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> sessions = List.of(unique(), unique(), unique());
        List<ShopEvent> sent = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String session = sessions.get(random.nextInt(3));
            ShopEvent event = at(
                    session,
                    "e" + random.nextInt(60),
                    List.of(EventType.values()).get(random.nextInt(4)),
                    random.nextInt(50),
                    random.nextInt(9) + ".5");
            sent.add(later(event, Duration.ofMillis(random.nextInt(1_000))));
        }
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                List<ShopEvent> mine = new ArrayList<>(sent);
                Collections.shuffle(mine, new Random(seed * 31 + writer));
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < mine.size(); i += 24) {
                        writer().add(mine.subList(i, i + 24));
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        for (String session : sessions) {
            ExpectedSession expected = ExpectedSession.of(session, sent);
            assertThat(one(session).events()).isEqualTo(expected.events());
            assertThat(one(session).summary()).isEqualTo(expected.summary());
            assertThat(listed(session)).isEqualTo(expected.summary());
        }
    }

    private static List<ShopEvent> events(String session, int count) {
        String user = "of " + session.substring(0, 30);
        return IntStream.range(0, count)
                .mapToObj(i -> by(at(session, "event-%05d".formatted(i), VIEW, i, "1"), user))
                .toList();
    }

    private FoundSession find(String session, ShopFilter shops) {
        return reader().session(new SessionId(session), new EventSelection(shops, null, EventSelection.MOST));
    }

    private FoundSession.One one(String session) {
        return one(session, ShopFilter.ALL);
    }

    private FoundSession.One one(String session, ShopFilter shops) {
        return (FoundSession.One) find(session, shops);
    }

    private SessionPage page(String user, SessionSelection selection) {
        return reader().sessions(new UserId(user), selection).orElseThrow();
    }

    /** The summary as it is kept, and not as it is made of the events. */
    private SessionSummary listed(String session) {
        UserId user = one(session).summary().user();
        return reader().sessions(user, all(10_000)).orElseThrow().sessions().stream()
                .filter(summary -> summary.session().id().value().equals(session))
                .findFirst()
                .orElseThrow();
    }

    private static SessionSelection all(int limit) {
        return new SessionSelection(ShopFilter.ALL, null, null, null, limit);
    }

    private static List<String> ids(SessionPage page) {
        return page.sessions().stream()
                .map(summary -> summary.session().id().value())
                .toList();
    }

    private static ShopFilter shop(String name) {
        return ShopFilter.of(new StoreId(name));
    }
}
