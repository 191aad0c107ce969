package io.tillstream.invoicestore;

import java.util.List;

/**
 * The totals of the invoices of a number, added up line by line.
 *
 * @param invoices one for each shop
 * @param oldKeys whether some lines lie under keys of the time when keys did not tell the shop
 */
public record TotalsByShop(List<InvoiceTotals> invoices, boolean oldKeys) {}
