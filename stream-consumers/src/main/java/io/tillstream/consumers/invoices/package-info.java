/** The look-up tables Invoices and Customers. */
@NullMarked
package io.tillstream.consumers.invoices;

import org.jspecify.annotations.NullMarked;
