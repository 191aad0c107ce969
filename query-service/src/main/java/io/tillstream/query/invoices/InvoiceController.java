package io.tillstream.query.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.access.Caller;
import io.tillstream.invoicestore.Invoice;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.query.web.FromStore;
import io.tillstream.query.web.NotFoundException;
import io.tillstream.query.web.SeveralShopsException;
import io.tillstream.query.web.VisibleShops;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromStore
@Tag(name = "Invoices")
class InvoiceController {

    private final InvoiceReader invoices;

    InvoiceController(InvoiceReader invoices) {
        this.invoices = invoices;
    }

    @Operation(
            summary = "An invoice with its lines",
            description = "All lines stored so far. Totals are those of the whole invoice, whatever the filter. Where"
                    + " several shops have an invoice of that number, the answer is a conflict that names them.")
    @ApiResponse(responseCode = "200", description = "The invoice", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Several shops have an invoice of that number",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping(path = "/invoices/{no}", produces = MediaType.APPLICATION_JSON_VALUE)
    InvoiceView invoice(
            Caller caller,
            @Parameter(description = "Its number", example = "536365") @PathVariable("no") String no,
            @Parameter(description = "Only the lines of this article", example = "85123A")
                    @RequestParam(name = "stockCode", required = false)
                    @Nullable
                    String stockCode,
            @Parameter(description = "Whose invoice; empty for lines that name no shop", example = "acme")
                    @RequestParam(name = "store", required = false)
                    @Nullable
                    String store) {
        ShopFilter visible = VisibleShops.of(caller);
        List<Invoice> found = number(no).map(invoices::invoices).orElse(List.of()).stream()
                .filter(invoice -> visible.takes(invoice.shop().orElse(null)))
                .filter(invoice -> store == null || store.equals(InvoiceView.shopOf(invoice)))
                .toList();
        return switch (found.size()) {
            case 0 -> throw NotFoundException.of("invoice", no);
            case 1 -> noted(InvoiceView.of(found.getFirst(), stockCode), caller);
            default ->
                throw new SeveralShopsException(
                        no, found.stream().map(InvoiceView::shopOf).toList());
        };
    }

    private static InvoiceView noted(InvoiceView invoice, Caller caller) {
        caller.noteRows(invoice.lines().size());
        return invoice;
    }

    /** What cannot be an invoice number is not the number of any invoice. */
    private static Optional<InvoiceNumber> number(String no) {
        try {
            return Optional.of(new InvoiceNumber(no));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
