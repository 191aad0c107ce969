package io.tillstream.warehouse.load;

/**
 * A line that cannot be loaded, or a version of one that does not count.
 *
 * @param number counted from one, in its object
 * @param bytes as they lie in the object; of a version that does not count, in the form of the lake
 */
@SuppressWarnings("ArrayRecordComponent") // Kept as they came, for the dead letter.
public record RejectedLine(LoadObject object, long number, byte[] bytes, String reason) {

    /** Shows the place and the reason, and no customer data. */
    @Override
    public String toString() {
        return "RejectedLine[" + object.uri() + ":" + number + " " + reason + "]";
    }
}
