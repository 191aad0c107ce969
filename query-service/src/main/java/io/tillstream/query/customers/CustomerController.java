package io.tillstream.query.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.model.CustomerId;
import io.tillstream.query.web.NotFoundException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers")
class CustomerController {

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

    /** What cannot be a customer's number is not the number of any customer. */
    private static Optional<CustomerId> customerId(String id) {
        try {
            return Optional.of(new CustomerId(id));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
