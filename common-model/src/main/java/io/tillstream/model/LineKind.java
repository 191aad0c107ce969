package io.tillstream.model;

/** What a line does to the books, told by the prefix of its invoice number. */
public enum LineKind {
    SALE,
    CANCELLATION,
    ADJUSTMENT;

    /**
     * {@code C} is a cancellation, {@code A} an adjustment, all else a sale. Only the capital letters count: invoice
     * numbers that are lower-case hexadecimal are in use, and theirs begin with any letter.
     */
    public static LineKind of(InvoiceNumber invoiceNo) {
        return switch (invoiceNo.value().charAt(0)) {
            case 'C' -> CANCELLATION;
            case 'A' -> ADJUSTMENT;
            default -> SALE;
        };
    }
}
