package io.tillstream.model.identity;

import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.TransactionLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/**
 * The place of a line among all lines of its identity. Where they say different things, the one whose version comes
 * first counts, in every store, in whatever order they arrive: the line whose id is made of what it says, then the one
 * that was received first, then the one of the lower hash.
 *
 * @param isNamedByContent whether the line's id is the hash of what it says, as those of files are; no other content can
 *     have come by that id honestly
 * @param receivedAt when the pipeline took the line over
 * @param content the hash of what it says
 */
public record LineVersion(boolean isNamedByContent, Instant receivedAt, Digest128.Hash content)
        implements Comparable<LineVersion> {

    private static final Comparator<LineVersion> FIRST_COUNTS = Comparator.comparing(
                    (LineVersion version) -> !version.isNamedByContent)
            .thenComparing(LineVersion::receivedAt)
            .thenComparing(version -> version.content.high(), Long::compareUnsigned)
            .thenComparing(version -> version.content.low(), Long::compareUnsigned);

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int HASH_LENGTH = 32;

    /** The version of a line. */
    public static LineVersion of(TransactionLine line) {
        return of(line, new Digest128());
    }

    /**
     * The version of a line.
     *
     * @param digest to be used for this, by one thread at a time
     */
    public static LineVersion of(TransactionLine line, Digest128 digest) {
        Digest128.Hash hash = ContentHash.of(line.content(), digest);
        return new LineVersion(isNamedBy(line.content(), line.lineId(), hash, digest), line.receivedAt(), hash);
    }

    /** The shop may have been added to the line after it had its id. */
    private static boolean isNamedBy(LineContent content, LineId id, Digest128.Hash hash, Digest128 digest) {
        if (!isMadeOfHash(id.value())) {
            return false;
        }
        String named = id.value().substring(0, HASH_LENGTH);
        return named.equals(hash.toString())
                || (content.storeId() != null
                        && named.equals(
                                ContentHash.ofWithoutShop(content, digest).toString()));
    }

    private static boolean isMadeOfHash(String id) {
        return id.length() > HASH_LENGTH + 1
                && id.charAt(HASH_LENGTH) == '-'
                && id.chars().skip(HASH_LENGTH + 1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether both lines say the same; then it does not matter which of them is kept. */
    public boolean saysTheSameAs(LineVersion other) {
        return content.equals(other.content);
    }

    @Override
    public int compareTo(LineVersion other) {
        return FIRST_COUNTS.compare(this, other);
    }

    /** A text that sorts as versions do, for stores that compare texts. */
    @Override
    public String toString() {
        return (isNamedByContent ? "0" : "1") + " " + MILLISECONDS.format(receivedAt) + " " + content;
    }
}
