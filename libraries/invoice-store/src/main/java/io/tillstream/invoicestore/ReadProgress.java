package io.tillstream.invoicestore;

/** Is told how a long reading gets on. */
@FunctionalInterface
public interface ReadProgress {

    /** For who does not ask. */
    ReadProgress UNTOLD = () -> {};

    /** Another page has come in. */
    void hasReadPage();
}
