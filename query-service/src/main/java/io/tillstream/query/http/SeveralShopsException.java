package io.tillstream.query.http;

import java.util.List;

/** Several shops have an invoice, or a session, of the number asked for. Its message is for the caller. */
public final class SeveralShopsException extends RuntimeException {

    @SuppressWarnings("serial") // A list of texts, and never written.
    private final List<String> stores;

    /**
     * @param what what it is, such as {@code an invoice}
     * @param stores the shops, as they are asked for: empty for lines that name none
     */
    public SeveralShopsException(String what, String number, List<String> stores) {
        super("Several shops have " + what + " " + number + ": ask for one of them with ?store=");
        this.stores = List.copyOf(stores);
    }

    public List<String> stores() {
        return stores;
    }
}
