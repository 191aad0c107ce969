package io.tillstream.sessionstore;

class InMemorySessionStoreTests implements SessionStoreContract {

    private final InMemorySessionStore store = new InMemorySessionStore();

    @Override
    public SessionWriter writer() {
        return store;
    }

    @Override
    public SessionReader reader() {
        return store;
    }
}
