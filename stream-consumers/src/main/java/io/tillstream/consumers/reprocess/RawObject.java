package io.tillstream.consumers.reprocess;

/** An object of the raw lake. */
record RawObject(String key, long bytes) {

    boolean isCompressed() {
        return key.endsWith(".gz");
    }
}
