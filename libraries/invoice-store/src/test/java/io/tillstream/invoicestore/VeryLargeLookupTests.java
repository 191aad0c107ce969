package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.InvoiceNumber;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What it takes to answer what is asked of an invoice of 100,000 lines and of a customer of 50,000 invoices. */
class VeryLargeLookupTests {

    private static final InvoiceNumber NUMBER = VeryLargeTables.NUMBER;

    @Test
    void anInvoiceIsAnsweredFromAFewPagesWithTheTotalsThatAreKept() {
        VeryLargeTables tables = new VeryLargeTables(true);
        DynamoDbInvoiceStore store = store(tables);

        InvoiceLines first = Found.one(store.invoice(NUMBER, LineSelection.all()));
        assertThat(first.lines()).hasSize(LineSelection.MOST);
        assertThat(first.totals().lineCount()).isEqualTo(VeryLargeTables.LINES);
        assertThat(tables.pages()).isLessThan(15);
        assertThat(tables.items()).isLessThan(3 * LineSelection.MOST);

        int before = tables.items();
        InvoiceLines second = Found.one(store.invoice(
                NUMBER, new LineSelection(ShopFilter.ALL, null, first.next().orElseThrow(), 100)));
        assertThat(second.lines()).hasSize(100);
        assertThat(second.lines().getFirst().stockCode().value()).isEqualTo("S0005000");
        assertThat(tables.items() - before).isLessThan(150);
    }

    @Test
    void theLastPageOfAnInvoiceIsReachedWithoutReadingTheOthers() {
        VeryLargeTables tables = new VeryLargeTables(true);
        LinePlace nearTheEnd = new LinePlace("S0099997#1", true);
        InvoiceLines last =
                Found.one(store(tables).invoice(NUMBER, new LineSelection(ShopFilter.ALL, null, nearTheEnd, 100)));
        assertThat(last.lines()).extracting(line -> line.stockCode().value()).containsExactly("S0099998", "S0099999");
        assertThat(last.next()).isEmpty();
        assertThat(tables.items()).isLessThan(150);
    }

    @Test
    void anInvoiceWhoseTotalsAreNotKeptIsAddedUpPageByPage() {
        VeryLargeTables tables = new VeryLargeTables(false);
        DynamoDbInvoiceStore store = store(tables);
        assertThat(store.invoice(NUMBER, LineSelection.all())).isEqualTo(new FoundInvoice.NotAddedUp());
        assertThat(tables.pages()).isLessThan(10);

        AtomicInteger progress = new AtomicInteger();
        TotalsByShop totals = store.addUp(NUMBER, progress::incrementAndGet);
        assertThat(totals.invoices()).hasSize(1);
        assertThat(totals.invoices().getFirst().total()).isEqualTo(new BigDecimal("100000.00"));
        assertThat(progress).hasValue(VeryLargeTables.LINES / 2_500);
        assertThat(tables.mostHeld()).isLessThan(5);
    }

    @Test
    void aCustomersInvoicesAreAddedUpPageByPage() {
        VeryLargeTables tables = new VeryLargeTables(false);
        AtomicInteger progress = new AtomicInteger();
        Customer customer = store(tables)
                .customer(VeryLargeTables.CUSTOMER, ShopFilter.ALL, progress::incrementAndGet)
                .orElseThrow();
        assertThat(customer.invoices()).isEqualTo(VeryLargeTables.INVOICES);
        assertThat(customer.netSpend()).isEqualTo(new BigDecimal("50000.00"));
        assertThat(progress).hasValue(VeryLargeTables.INVOICES / 2_500);
        assertThat(tables.mostHeld()).isLessThan(5);
    }

    @Test
    void aPageOfACustomersInvoicesIsChosenWhileNoMoreThanThatIsHeld() {
        VeryLargeTables tables = new VeryLargeTables(false);
        InvoicePage page = store(tables)
                .invoices(VeryLargeTables.CUSTOMER, new InvoiceSelection(null, null, null, 1_000), ReadProgress.UNTOLD)
                .orElseThrow();
        assertThat(page.invoices()).hasSize(1_000);
        assertThat(page.invoices().getFirst().invoiceNo()).isEqualTo(new InvoiceNumber("N0049999"));
        assertThat(tables.mostHeld()).isLessThan(5);
    }

    private static DynamoDbInvoiceStore store(VeryLargeTables tables) {
        return new DynamoDbInvoiceStore(new InvoiceTables(tables), 1);
    }
}
