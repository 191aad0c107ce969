package io.tillstream.model;

/** The identity of a line: every store keeps at most one line under it. */
public record LineKey(InvoiceNumber invoiceNo, StockCode stockCode, LineId lineId) {}
