package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;
import java.util.ArrayList;
import java.util.List;

/** Reads invoices of which there must be one. */
final class Found {

    private Found() {}

    static InvoiceLines one(FoundInvoice found) {
        assertThat(found).isInstanceOf(FoundInvoice.One.class);
        return ((FoundInvoice.One) found).invoice();
    }

    static List<TransactionLine> lines(InvoiceReader reader, InvoiceNumber invoiceNo) {
        return one(reader.invoice(invoiceNo, LineSelection.all())).lines();
    }

    /** Page by page, each of them of so many lines. */
    static List<TransactionLine> allLines(InvoiceReader reader, InvoiceNumber invoiceNo, LineSelection first) {
        InvoiceLines page = one(reader.invoice(invoiceNo, first));
        List<TransactionLine> lines = new ArrayList<>(page.lines());
        while (page.next().isPresent()) {
            assertThat(page.lines()).hasSize(first.limit());
            LinePlace after = page.next().orElseThrow();
            page = one(reader.invoice(
                    invoiceNo, new LineSelection(first.shops(), first.stockCode(), after, first.limit())));
            lines.addAll(page.lines());
        }
        return lines;
    }
}
