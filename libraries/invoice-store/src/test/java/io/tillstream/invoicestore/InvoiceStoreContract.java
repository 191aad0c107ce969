package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static io.tillstream.model.SampleLines.ofShop;
import static io.tillstream.model.SampleLines.soldAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKind;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every invoice store does. Each test works with invoices and customers of its own. */
interface InvoiceStoreContract {

    InvoiceWriter writer();

    InvoiceReader reader();

    @Test
    default void findsNothingWhereNothingWasAdded() {
        assertThat(reader().invoice(new InvoiceNumber(unique()), LineSelection.all()))
                .isEqualTo(new FoundInvoice.None());
        assertThat(reader().customer(new CustomerId(unique()))).isEmpty();
        assertThat(reader().invoices(
                                new CustomerId(unique()),
                                new InvoiceSelection(null, null, null, 10),
                                ReadProgress.UNTOLD))
                .isEmpty();
    }

    @Test
    default void givesBackALineAsItWasAdded() {
        TransactionLine line = line(unique(), "85123A", "1");
        writer().add(List.of(line));
        assertThat(invoice(line).lines()).containsExactly(line);
    }

    @Test
    default void keepsWhatIsAbsentAbsent() {
        TransactionLine guest = line(unique(), "gift_0001_20", "1", null, -3, "0");
        writer().add(List.of(guest));
        assertThat(invoice(guest).lines()).containsExactly(guest);
        assertThat(invoice(guest).totals().customerId()).isNull();
    }

    @Test
    default void givesBackDerivedFieldsExactly() {
        TransactionLine plain = line(unique(), "85123A", "1");
        Attributes attributes = new Attributes(Map.of(
                "bulk", new AttributeValue.Flag(true),
                "channel", new AttributeValue.Text("shop \u00a3"),
                "vat", new AttributeValue.Numeral(new BigDecimal("12345678901234567890123456789012.345678"))));
        TransactionLine line = new TransactionLine(plain.content(), plain.lineId(), plain.receivedAt(), attributes);
        writer().add(List.of(line));
        assertThat(invoice(line).lines()).containsExactly(line);
        assertThat(invoice(line).totals().total()).isEqualTo(plain.lineTotal());
    }

    @Test
    default void addsUpAnInvoiceExactly() {
        String number = unique();
        writer().add(List.of(
                line(number, "A", "1", "17850", 6, "2.55"),
                line(number, "B", "2", "17850", 1, "0.001"),
                line(number, "C", "3", "17850", -2, "3.39")));
        InvoiceLines invoice = invoice(new InvoiceNumber(number), LineSelection.all());
        assertThat(invoice.totals().total()).isEqualTo(new BigDecimal("8.521"));
        assertThat(invoice.lines()).hasSize(3);
        assertThat(invoice.totals().kind()).isEqualTo(LineKind.SALE);
    }

    @Test
    default void changesNothingWhenLinesComeAgain() {
        String customer = unique();
        List<TransactionLine> lines = lines(unique(), customer, 40);
        writer().add(lines);
        writer().add(lines);
        writer().add(lines.subList(3, 9));
        assertThat(invoice(lines.getFirst()).lines()).hasSize(40);
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("400.00"));
    }

    @Test
    default void takesALineTwiceInOneCall() {
        TransactionLine line = line(unique(), "85123A", "1");
        writer().add(List.of(line, line));
        assertThat(invoice(line).lines()).containsExactly(line);
    }

    @Test
    default void keepsEqualRowsWithDifferentIdsApart() {
        String number = unique();
        writer().add(List.of(line(number, "85123A", "x-1"), line(number, "85123A", "x-2")));
        assertThat(invoice(new InvoiceNumber(number), LineSelection.all()).lines())
                .hasSize(2);
    }

    @Test
    default void convergesWhateverTheOrderOfArrival() {
        String customer = unique();
        List<TransactionLine> lines = new ArrayList<>(lines(unique(), customer, 60));
        Collections.shuffle(lines, new Random(42));
        for (TransactionLine line : lines) {
            writer().add(List.of(line));
        }
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("600.00"));
    }

    @Test
    default void convergesWhenWritersOverlap() {
        String customer = unique();
        List<TransactionLine> lines = lines(unique(), customer, 200);
        IntStream.range(0, 8)
                .boxed()
                .gather(Gatherers.mapConcurrent(8, i -> {
                    writer().add(lines.subList(i * 20, i * 20 + 60));
                    return i;
                }))
                .forEach(done -> {});
        assertThat(invoice(lines.getFirst()).lines()).hasSize(200);
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("2000.00"));
    }

    @Test
    default void tellsACustomersSalesFromCancellations() {
        String customer = unique();
        LocalDateTime later = LocalDateTime.parse("2011-03-04T10:11:12");
        writer().add(List.of(
                line(unique(), "A", "1", customer, 10, "2.50"),
                line("A" + unique(), "B", "1", customer, 1, "-4"),
                soldAt(line("C" + unique(), "A", "1", customer, -1, "2.50"), later, "France")));
        Customer found = customer(customer);
        assertThat(found.sales()).isEqualTo(new BigDecimal("25.00"));
        assertThat(found.cancellations()).isEqualTo(new BigDecimal("-2.50"));
        assertThat(found.netSpend()).isEqualTo(new BigDecimal("18.50"));
        assertThat(found.invoices()).isEqualTo(3);
        assertThat(found.firstPurchase()).isEqualTo(LocalDateTime.parse("2010-12-01T08:26:00"));
        assertThat(found.lastPurchase()).isEqualTo(LocalDateTime.parse("2010-12-01T08:26:00"));
        assertThat(found.countries()).containsExactly("France", "United Kingdom");
    }

    @Test
    default void knowsOfNoPurchaseWhereAllWasReturned() {
        String customer = unique();
        writer().add(List.of(line("C" + unique(), "A", "1", customer, -1, "2.50")));
        assertThat(customer(customer).firstPurchase()).isNull();
        assertThat(customer(customer).lastPurchase()).isNull();
    }

    @Test
    default void keepsTheInvoicesOfShopsThatNumberAlikeApart() {
        TransactionLine none = line(unique(), "85123A", "1");
        TransactionLine acme = ofShop(none, "acme");
        TransactionLine other = ofShop(line(none.invoiceNo().value(), "85123A", "1", "17850", 1, "1"), "other#1");
        writer().add(List.of(acme, other, none));
        assertThat(reader().invoice(none.invoiceNo(), LineSelection.all()))
                .isEqualTo(new FoundInvoice.Several(List.of("", "acme", "other#1")));
        for (TransactionLine line : List.of(none, acme, other)) {
            ShopFilter shop = line.storeId().map(ShopFilter::of).orElse(ShopFilter.WITHOUT_SHOP);
            InvoiceLines found = invoice(none.invoiceNo(), new LineSelection(shop, null, null, 10));
            assertThat(found.totals().shop()).isEqualTo(line.storeId().orElse(null));
            assertThat(found.lines()).containsExactly(line);
        }
    }

    @Test
    default void turnsThePagesOfAnInvoiceEachLineOnce() {
        List<TransactionLine> lines = lines(unique(), unique(), 40);
        writer().add(lines);
        assertThat(Found.allLines(
                        reader(), lines.getFirst().invoiceNo(), new LineSelection(ShopFilter.ALL, null, null, 15)))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    default void endsAnInvoiceWithAPageThatIsJustFull() {
        List<TransactionLine> lines = lines(unique(), unique(), 3);
        writer().add(lines);
        InvoiceLines all = invoice(lines.getFirst().invoiceNo(), new LineSelection(ShopFilter.ALL, null, null, 3));
        assertThat(all.lines()).hasSize(3);
        assertThat(all.next()).isEmpty();
    }

    @Test
    default void showsOfAnInvoiceTheLinesOfAnArticleAndTheTotalsOfAll() {
        String number = unique();
        writer().add(List.of(line(number, "A", "1"), line(number, "AB", "1"), line(number, "A", "2")));
        InvoiceLines found = invoice(new InvoiceNumber(number), new LineSelection(ShopFilter.ALL, "A", null, 10));
        assertThat(found.lines()).extracting(line -> line.lineId().value()).containsExactly("1", "2");
        assertThat(found.totals().lineCount()).isEqualTo(3);
    }

    @Test
    default void listsACustomersInvoicesByShop() {
        String customer = unique();
        String number = unique();
        TransactionLine acme = ofShop(line(number, "A", "1", customer, 1, "2"), "acme");
        TransactionLine none = line(number, "A", "1", customer, 1, "4");
        writer().add(List.of(acme));
        writer().add(List.of(none, ofShop(line(number, "B", "1", customer, 1, "1"), "acme")));
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("7.00"));
        assertThat(customer(customer).invoices()).isEqualTo(2);
        assertThat(invoices(customer, new InvoiceSelection(null, null, null, 1)).invoices())
                .extracting(CustomerInvoice::shop, CustomerInvoice::total, CustomerInvoice::lineCount)
                .containsExactly(tuple(new StoreId("acme"), new BigDecimal("3.00"), 2L));
        assertThat(seenFrom(customer, 1)).hasSize(2);
    }

    @Test
    default void showsOfACustomerOnlyTheShopAskedFor() {
        String customer = unique();
        writer().add(List.of(
                ofShop(line(unique(), "A", "1", customer, 1, "2"), "acme"),
                line(unique(), "A", "1", customer, 1, "4")));
        CustomerId id = new CustomerId(customer);
        ShopFilter acme = ShopFilter.of(new StoreId("acme"));
        assertThat(reader().customer(id, acme, ReadProgress.UNTOLD)
                        .orElseThrow()
                        .netSpend())
                .isEqualTo(new BigDecimal("2.00"));
        assertThat(reader().customer(id, ShopFilter.WITHOUT_SHOP, ReadProgress.UNTOLD)
                        .orElseThrow()
                        .netSpend())
                .isEqualTo(new BigDecimal("4.00"));
        assertThat(reader().customer(id, ShopFilter.of(new StoreId("other")), ReadProgress.UNTOLD))
                .isEmpty();
        assertThat(invoices(customer, new InvoiceSelection(acme, null, null, null, 10))
                        .invoices())
                .hasSize(1);
    }

    @Test
    default void countsForEachCustomerOfASharedInvoiceTheirOwnLines() {
        String number = unique();
        String one = unique();
        String other = unique();
        writer().add(List.of(
                line(number, "A", "1", one, 1, "1"),
                line(number, "B", "2", other, 1, "2"),
                line(number, "C", "3", null, 1, "4")));
        assertThat(customer(one).netSpend()).isEqualTo(new BigDecimal("1.00"));
        assertThat(customer(other).netSpend()).isEqualTo(new BigDecimal("2.00"));
    }

    @Test
    default void listsACustomersInvoicesNewestFirst() {
        String customer = unique();
        String prefix = unique();
        writer().add(List.of(
                sold(prefix + "-1", "2011-01-01T10:00:00", customer),
                sold(prefix + "-3", "2011-02-01T10:00:00", customer),
                sold(prefix + "-2", "2011-02-01T10:00:00", customer),
                sold(prefix + "-0", "2011-03-01T10:00:00", customer),
                line(prefix + "-0", "B", "2", customer, 1, "-0.30")));
        List<CustomerInvoice> found =
                invoices(customer, new InvoiceSelection(null, null, null, 10)).invoices();

        assertThat(found)
                .extracting(invoice -> invoice.invoiceNo().value().substring(prefix.length()))
                .containsExactly("-3", "-2", "-1", "-0");
        assertThat(found.getLast())
                .isEqualTo(new CustomerInvoice(
                        new InvoiceNumber(prefix + "-0"),
                        null,
                        LocalDateTime.parse("2010-12-01T08:26:00"),
                        "United Kingdom",
                        LineKind.SALE,
                        new BigDecimal("2.20"),
                        2));
    }

    @Test
    default void listsInvoicesFromAMomentToBeforeAnother() {
        String customer = unique();
        for (String date : List.of("2011-01-01T00:00:00", "2011-01-31T23:59:59", "2011-02-01T00:00:00")) {
            writer().add(List.of(sold(unique(), date, customer)));
        }
        LocalDateTime from = LocalDateTime.parse("2011-01-01T00:00:00");
        LocalDateTime to = LocalDateTime.parse("2011-02-01T00:00:00");

        assertThat(invoices(customer, new InvoiceSelection(from, to, null, 10)).invoices())
                .hasSize(2);
        assertThat(invoices(customer, new InvoiceSelection(to, null, null, 10)).invoices())
                .hasSize(1);
        assertThat(invoices(customer, new InvoiceSelection(null, from, null, 10))
                        .invoices())
                .isEmpty();
    }

    @Test
    default void listsManyInvoicesPageByPageEachOnce() {
        String customer = unique();
        LocalDateTime first = LocalDateTime.parse("2011-01-01T00:00:00");
        List<TransactionLine> lines = IntStream.range(0, 60)
                .mapToObj(i -> sold(unique(), first.plusDays(i / 3).toString(), customer))
                .toList();
        writer().add(lines);
        assertThat(seenFrom(customer, 25))
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().map(TransactionLine::invoiceNo).toList());
    }

    @Test
    default void endsWithAPageThatIsJustFull() {
        String customer = unique();
        writer().add(List.of(line(unique(), "A", "1", customer, 1, "1"), line(unique(), "A", "1", customer, 1, "1")));

        assertThat(invoices(customer, new InvoiceSelection(null, null, null, 2)).next())
                .isEmpty();
    }

    @Test
    default void countsTheVersionThatComesFirstWhateverTheOrder() {
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0), List.of(0, 2, 1))) {
            String number = unique();
            String one = unique();
            String other = unique();
            List<TransactionLine> versions =
                    List.of(version(number, one, 1, 0), version(number, other, 2, 1), version(number, one, 3, 2));
            List<TransactionLine> aside = new ArrayList<>();
            for (int i : order) {
                writer().add(List.of(versions.get(i)), (replaced, by) -> aside.add(replaced))
                        .forEach(refused -> aside.add(refused.line()));
            }
            assertThat(invoice(versions.getFirst()).lines()).containsExactly(versions.getFirst());
            assertThat(customer(one).netSpend()).isEqualTo(new BigDecimal("1.00"));
            assertThat(reader().customer(new CustomerId(other))).isEmpty();
            assertThat(aside).containsExactlyInAnyOrder(versions.get(1), versions.get(2));
        }
    }

    @Test
    default void countsTheVersionThatComesFirstOfThoseAddedTogether() {
        String number = unique();
        String customer = unique();
        List<TransactionLine> versions = List.of(version(number, customer, 2, 1), version(number, customer, 1, 0));
        assertThat(writer().add(versions))
                .extracting(RefusedLine::line, RefusedLine::cause)
                .containsExactly(tuple(versions.getFirst(), RefusedLine.Cause.OTHER_VERSION));
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("1.00"));
    }

    @Test
    default void takesTheSameSayingForTheSameLineWheneverItCame() {
        String number = unique();
        String customer = unique();
        List<TransactionLine> aside = new ArrayList<>();
        for (int millis : List.of(1, 2, 0)) {
            writer().add(List.of(version(number, customer, 1, millis)), (replaced, by) -> aside.add(replaced))
                    .forEach(refused -> aside.add(refused.line()));
        }
        assertThat(aside).isEmpty();
        writer().add(List.of(version(number, customer, 2, 1)));
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("1.00"));
    }

    @Test
    default void countsALineThatIsNamedByWhatItSaysBeforeAllOthers() {
        String customer = unique();
        LineContent content = line(unique(), "A", "any", customer, 1, "1").content();
        LineId named = LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(content, 0);
        TransactionLine line = new TransactionLine(content, named, Instant.parse("2026-03-01T12:00:00Z"));
        TransactionLine forged = new TransactionLine(
                line(content.invoiceNo().value(), "A", "any", customer, 5, "1").content(),
                named,
                Instant.parse("2020-03-01T12:00:00Z"));
        writer().add(List.of(line));
        assertThat(writer().add(List.of(forged))).hasSize(1);
        assertThat(invoice(line).lines()).containsExactly(line);
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("1.00"));
    }

    @Test
    default void countsTheSameVersionsWhenWritersOverlap() {
        String number = unique();
        List<String> customers = List.of(unique(), unique(), unique());
        List<TransactionLine> versions = IntStream.range(0, 60)
                .mapToObj(i -> version(number, "S" + i % 10, customers.get(i / 10 % 3), 1 + i / 10, i / 10))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(versions, new Random(7));
        IntStream.range(0, 12)
                .boxed()
                .gather(Gatherers.mapConcurrent(6, i -> writer().add(versions.subList(i * 5, i * 5 + 5))))
                .forEach(refused -> {});
        assertThat(invoice(versions.getFirst()).lines()).hasSize(10).allMatch(line -> line.quantity() == 1);
        assertThat(customer(customers.getFirst()).netSpend()).isEqualTo(new BigDecimal("10.00"));
        assertThat(reader().customer(new CustomerId(customers.get(1)))).isEmpty();
        assertThat(reader().customer(new CustomerId(customers.get(2)))).isEmpty();
    }

    @Test
    default void takesALineBackInWhateverOrderItAndItsVoidCome() {
        for (boolean isNamed : List.of(true, false)) {
            for (List<Integer> order :
                    List.of(List.of(0, 1), List.of(1, 0), List.of(1, 0, 1, 0), List.of(0, 0, 1, 0))) {
                String number = unique();
                String customer = unique();
                TransactionLine line = isNamed ? named(number, customer) : version(number, customer, 1, 0);
                TransactionLine kept = line(number, "B", "kept", customer, 2, "1");
                List<TransactionLine> sent = List.of(line, voiding(line, "a wrong row"));
                writer().add(List.of(kept));
                order.forEach(
                        i -> assertThat(writer().add(List.of(sent.get(i)))).isEmpty());
                assertThat(invoice(line).lines()).containsExactly(kept);
                assertThat(invoice(line).totals().total()).isEqualTo(new BigDecimal("2.00"));
                assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("2.00"));
            }
        }
    }

    @Test
    default void hasNoInvoiceLeftWhenEachOfItsLinesIsVoid() {
        String number = unique();
        String customer = unique();
        TransactionLine line = named(number, customer);
        writer().add(List.of(line, version(number, customer, 3, 0)));
        writer().add(List.of(voiding(line, "wrong"), voiding(version(number, customer, 3, 0), "wrong as well")));
        assertThat(reader().invoice(line.invoiceNo(), LineSelection.all())).isEqualTo(new FoundInvoice.None());
        assertThat(reader().customer(new CustomerId(customer))).isEmpty();
    }

    @Test
    default void setsNothingAsideForAVoidNorForASecondOne() {
        String number = unique();
        String customer = unique();
        List<TransactionLine> aside = new ArrayList<>();
        TransactionLine line = version(number, customer, 1, 0);
        for (TransactionLine sent : List.of(line, voiding(line, "one"), voiding(line, "two"), line)) {
            writer().add(List.of(sent), (replaced, by) -> aside.add(replaced))
                    .forEach(refused -> aside.add(refused.line()));
        }
        writer().add(List.of(line, voiding(line, "three")), (replaced, by) -> aside.add(replaced))
                .forEach(refused -> aside.add(refused.line()));
        assertThat(aside).isEmpty();
        assertThat(reader().invoice(line.invoiceNo(), LineSelection.all())).isEqualTo(new FoundInvoice.None());
    }

    @Test
    default void takesOnlyTheLineOfThatShopBack() {
        String number = unique();
        TransactionLine north = ofShop(version(number, unique(), 1, 0), "north");
        TransactionLine south = ofShop(version(number, unique(), 2, 0), "south");
        writer().add(List.of(north, south));
        writer().add(List.of(voiding(north, "not ours")));
        assertThat(invoice(north).lines()).containsExactly(south);
    }

    @Test
    default void holdsTheLargestInvoices() {
        String customer = unique();
        List<TransactionLine> lines = lines(unique(), customer, 1_114);
        writer().add(lines);
        assertThat(invoice(lines.getFirst()).lines()).hasSize(1_114);
        assertThat(customer(customer).netSpend()).isEqualTo(new BigDecimal("11140.00"));
    }

    private InvoiceLines invoice(TransactionLine line) {
        return invoice(line.invoiceNo(), LineSelection.all());
    }

    private InvoiceLines invoice(InvoiceNumber number, LineSelection selection) {
        return Found.one(reader().invoice(number, selection));
    }

    private Customer customer(String customerId) {
        return reader().customer(new CustomerId(customerId)).orElseThrow();
    }

    private InvoicePage invoices(String customerId, InvoiceSelection selection) {
        return reader().invoices(new CustomerId(customerId), selection, ReadProgress.UNTOLD)
                .orElseThrow();
    }

    /** Page by page. */
    private List<InvoiceNumber> seenFrom(String customer, int limit) {
        List<InvoiceNumber> seen = new ArrayList<>();
        InvoicePage page = invoices(customer, new InvoiceSelection(null, null, null, limit));
        page.invoices().forEach(invoice -> seen.add(invoice.invoiceNo()));
        while (page.next().isPresent()) {
            assertThat(page.invoices()).hasSize(limit);
            page = invoices(
                    customer, new InvoiceSelection(null, null, page.next().orElseThrow(), limit));
            page.invoices().forEach(invoice -> seen.add(invoice.invoiceNo()));
        }
        return seen;
    }

    /** One line as it was given at some time. */
    private static TransactionLine version(String invoiceNo, String customer, long quantity, long millis) {
        return version(invoiceNo, "A", customer, quantity, millis);
    }

    private static TransactionLine version(
            String invoiceNo, String stockCode, String customer, long quantity, long millis) {
        TransactionLine line = line(invoiceNo, stockCode, "till-1", customer, quantity, "1");
        return new TransactionLine(
                line.content(), line.lineId(), line.receivedAt().plusMillis(millis));
    }

    private static TransactionLine voiding(TransactionLine line, String reason) {
        return TransactionLine.voiding(
                line.key(), reason, "anybody", line.receivedAt().plusSeconds(9));
    }

    /** As those of files are. */
    private static TransactionLine named(String invoiceNo, String customer) {
        LineContent content = line(invoiceNo, "A", "any", customer, 1, "1").content();
        LineId id = LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(content, 0);
        return new TransactionLine(content, id, Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static TransactionLine sold(String invoiceNo, String date, String customer) {
        return soldAt(line(invoiceNo, "A", "1", customer, 1, "2.50"), LocalDateTime.parse(date), "United Kingdom");
    }

    /** Lines of one invoice, ten each. */
    private static List<TransactionLine> lines(String invoiceNo, String customer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(invoiceNo, "S" + i, Integer.toString(i), customer, 4, "2.50"))
                .toList();
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
