package io.tillstream.query.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.model.CustomerId;
import io.tillstream.query.web.NotFoundException;
import io.tillstream.query.web.Parameters;
import io.tillstream.query.web.TimeRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers")
class CustomerController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private final InvoiceReader invoices;

    CustomerController(InvoiceReader invoices) {
        this.invoices = invoices;
    }

    @Operation(summary = "What a customer's invoices add up to")
    @GetMapping(path = "/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerView customer(
            @Parameter(description = "The customer's number", example = "17850") @PathVariable("id") String id) {
        return customerId(id)
                .flatMap(invoices::customer)
                .map(CustomerView::of)
                .orElseThrow(() -> NotFoundException.of("customer", id));
    }

    @Operation(
            summary = "A customer's invoices, newest first",
            description = "An invoice counts by its earliest line and by the lines that name the customer.")
    @ApiResponse(responseCode = "200", description = "A page of them")
    @ApiResponse(responseCode = "400", description = "A parameter says what it cannot", content = @Content)
    @GetMapping(path = "/customers/{id}/invoices", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerInvoicesView invoices(
            @Parameter(description = "The customer's number", example = "17850") @PathVariable("id") String id,
            @Parameter(description = "First day or moment", example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day, or the moment before which they end", example = "2010-12-31")
                    @RequestParam(name = "to", required = false)
                    @Nullable
                    String to,
            @Parameter(
                            description = "How many at most: 1 to 1000, 50 unless given",
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = "The next of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        TimeRange range = TimeRange.of(from, to);
        InvoiceSelection selection = new InvoiceSelection(
                range.from(), range.to(), Cursor.place(cursor), Parameters.limit(limit, PAGE, LARGEST_PAGE));
        return customerId(id)
                .flatMap(customer -> invoices.invoices(customer, selection))
                .map(CustomerInvoicesView::of)
                .orElseThrow(() -> NotFoundException.of("customer", id));
    }

    /** What cannot be a customer's number is not the number of any customer. */
    private static Optional<CustomerId> customerId(String id) {
        try {
            return Optional.of(new CustomerId(id));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
