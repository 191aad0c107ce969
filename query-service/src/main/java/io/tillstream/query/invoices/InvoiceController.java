package io.tillstream.query.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.access.Caller;
import io.tillstream.invoicestore.FoundInvoice;
import io.tillstream.invoicestore.LinePlace;
import io.tillstream.invoicestore.LineSelection;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.query.deadline.AsOf;
import io.tillstream.query.http.FromStore;
import io.tillstream.query.http.NotFoundException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.http.SeveralShopsException;
import io.tillstream.query.http.VisibleShops;
import io.tillstream.query.lookups.Lookups;
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

    private final Lookups lookups;

    InvoiceController(Lookups lookups) {
        this.lookups = lookups;
    }

    @Operation(
            summary = "An invoice with its lines",
            description =
                    "All lines stored so far, by time. Totals are those of the whole invoice, whatever the filter. If"
                            + " there are more lines than the limit, they come by stock code and line id, page by page,"
                            + " and next is the cursor of the next page. If the totals took long to add up, totalsAsOf"
                            + " says when they were computed. If several shops have an invoice of that number, the answer"
                            + " is a conflict that names the shops.")
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
                    String store,
            @Parameter(
                            description = "How many lines at most: 1 to 5000, 5000 unless given",
                            example = "1000",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "5000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = "The value of next on the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        int lines = Parameters.limit(limit, LineSelection.MOST, LineSelection.MOST);
        @Nullable LinePlace after = LineCursor.place(cursor);
        AsOf<FoundInvoice> found = number(no)
                .flatMap(number -> VisibleShops.asked(caller, store)
                        .map(shops -> lookups.invoice(number, new LineSelection(shops, stockCode, after, lines))))
                .orElseThrow(() -> NotFoundException.of("invoice", no));
        return switch (found.answer()) {
            case FoundInvoice.One one -> noted(InvoiceView.of(one.invoice(), found.at()), caller);
            case FoundInvoice.Several several -> throw new SeveralShopsException("an invoice", no, several.shops());
            case FoundInvoice.None none -> throw NotFoundException.of("invoice", no);
            case FoundInvoice.NotAddedUp bug -> throw new IllegalStateException("The invoice has just been added up");
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
