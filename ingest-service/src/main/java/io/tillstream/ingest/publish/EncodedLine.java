package io.tillstream.ingest.publish;

/** A line in the form it takes on the wire, and the key that decides its shard. */
public final class EncodedLine {

    private final String partitionKey;
    private final byte[] bytes;

    /** The bytes are not copied. */
    public EncodedLine(String partitionKey, byte[] bytes) {
        this.partitionKey = partitionKey;
        this.bytes = bytes;
    }

    public String partitionKey() {
        return partitionKey;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
