/** {@code GET /customers/{id}}. */
@NullMarked
package io.tillstream.query.customers;

import org.jspecify.annotations.NullMarked;
