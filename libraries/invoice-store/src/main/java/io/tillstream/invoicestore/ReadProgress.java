package io.tillstream.invoicestore;

/** Is told of the progress of a long read. */
@FunctionalInterface
public interface ReadProgress {

    /** Ignores the progress. */
    ReadProgress UNTOLD = () -> {};

    /** Another page has come in. */
    void hasReadPage();
}
