/** The look-up tables Invoices and Customers: who writes them, who reads them, and what both agree on. */
@NullMarked
package io.tillstream.invoicestore;

import org.jspecify.annotations.NullMarked;
