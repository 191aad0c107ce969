/** {@code GET /invoices/{no}}. */
@NullMarked
package io.tillstream.query.invoices;

import org.jspecify.annotations.NullMarked;
