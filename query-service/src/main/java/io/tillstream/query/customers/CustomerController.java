package io.tillstream.query.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.access.Caller;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.model.CustomerId;
import io.tillstream.query.http.FromStore;
import io.tillstream.query.http.NotFoundException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.http.PeriodParameter;
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
@Tag(name = "Customers")
class CustomerController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private static final String NUMBER = "The customer's number";
    private static final String FROM = "First day or moment";
    private static final String TO = "Last day, or the moment before which the period ends";
    private static final String LIMIT = "How many at most: 1 to 1000, 50 unless given";
    private static final String CURSOR = "The value of next on the page before";
    private static final String BY_PATH =
            "Send a number that contains a slash, a backslash, a semicolon or a percent sign, or is . or .., as a"
                    + " parameter: the same address without /{id}, and with ?id=.";

    private final Lookups lookups;

    CustomerController(Lookups lookups) {
        this.lookups = lookups;
    }

    @Operation(summary = "A customer's totals", description = BY_PATH)
    @ApiResponse(responseCode = "200", description = "The totals", useReturnTypeSchema = true)
    @GetMapping(path = "/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerView customer(
            Caller caller, @Parameter(description = NUMBER, example = "17850") @PathVariable("id") String id) {
        return customerOf(id, caller);
    }

    @Operation(summary = "A customer's totals, whatever characters the number has")
    @ApiResponse(responseCode = "200", description = "The totals", useReturnTypeSchema = true)
    @GetMapping(path = "/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerView customerByParameter(
            Caller caller,
            @Parameter(description = NUMBER, example = "acme/42", required = true)
                    @RequestParam(name = "id", required = false)
                    @Nullable
                    String id) {
        return customerOf(Parameters.given("id", id, "the number of a customer"), caller);
    }

    @Operation(
            summary = "A customer's invoices, newest first",
            description = "An invoice counts by its earliest line and by the lines that name the customer. " + BY_PATH)
    @ApiResponse(responseCode = "200", description = "A page of them", useReturnTypeSchema = true)
    @GetMapping(path = "/customers/{id}/invoices", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerInvoicesView invoices(
            Caller caller,
            @Parameter(description = NUMBER, example = "17850") @PathVariable("id") String id,
            @Parameter(description = FROM, example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2010-12-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = LIMIT,
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return invoicesOf(id, selection(caller, from, to, limit, cursor), caller);
    }

    @Operation(
            summary = "A customer's invoices, newest first, whatever characters the number has",
            description = "An invoice counts by its earliest line and by the lines that name the customer.")
    @ApiResponse(responseCode = "200", description = "A page of them", useReturnTypeSchema = true)
    @GetMapping(path = "/customers/invoices", params = "id", produces = MediaType.APPLICATION_JSON_VALUE)
    CustomerInvoicesView invoicesByParameter(
            Caller caller,
            @Parameter(description = NUMBER, example = "acme/42") @RequestParam("id") String id,
            @Parameter(description = FROM, example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2010-12-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = LIMIT,
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return invoicesOf(
                Parameters.given("id", id, "the number of a customer"),
                selection(caller, from, to, limit, cursor),
                caller);
    }

    private CustomerView customerOf(String id, Caller caller) {
        caller.noteRows(1);
        return customerId(id)
                .map(customer -> lookups.customer(customer, VisibleShops.of(caller)))
                .flatMap(found -> found.answer().map(customer -> CustomerView.of(customer, found.at())))
                .orElseThrow(() -> NotFoundException.of("customer", id));
    }

    private static InvoiceSelection selection(
            Caller caller,
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            @Nullable String cursor) {
        PeriodParameter range = PeriodParameter.of(from, to);
        return new InvoiceSelection(
                VisibleShops.of(caller),
                range.from(),
                range.to(),
                InvoiceCursor.place(cursor),
                Parameters.limit(limit, PAGE, LARGEST_PAGE));
    }

    private CustomerInvoicesView invoicesOf(String id, InvoiceSelection selection, Caller caller) {
        CustomerInvoicesView page = customerId(id)
                .map(customer -> lookups.invoices(customer, selection))
                .flatMap(found -> found.answer().map(some -> CustomerInvoicesView.of(some, found.at())))
                .orElseThrow(() -> NotFoundException.of("customer", id));
        caller.noteRows(page.invoices().size());
        return page;
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
