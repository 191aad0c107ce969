/** {@code GET /customers/{id}} and {@code GET /customers/{id}/invoices}. */
@NullMarked
package io.tillstream.query.customers;

import org.jspecify.annotations.NullMarked;
