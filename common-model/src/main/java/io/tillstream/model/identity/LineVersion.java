package io.tillstream.model.identity;

import io.tillstream.model.FeedLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/**
 * The place of a line among all lines of its identity. Where they say different things, the one whose version comes
 * first counts, in every store, in whatever order they arrive: what voids the line, then the line whose id is made of
 * what it says, then the one that was received first, then the one of the lower hash.
 *
 * @param rank what kind of version it is
 * @param receivedAt when the pipeline took the line over
 * @param content the hash of what it says
 */
public record LineVersion(Rank rank, Instant receivedAt, Digest128.Hash content) implements Comparable<LineVersion> {

    /** Kinds of versions, in the order in which they count. */
    public enum Rank {
        /** It voids the line. All that void it say the same. */
        VOID("-"),
        /** The line's id is the hash of its content, as with files; no honest line with other content has it. */
        NAMED_BY_CONTENT("0"),
        /** The line's id was given by its sender, or generated. */
        OTHER("1");

        private final String text;

        Rank(String text) {
            this.text = text;
        }

        /** Whether this is the rank of the version that was written so. */
        public boolean isOf(String version) {
            return version.startsWith(text);
        }
    }

    private static final Comparator<LineVersion> FIRST_COUNTS = Comparator.comparing(LineVersion::rank)
            .thenComparing(LineVersion::receivedAt)
            .thenComparing(version -> version.content.high(), Long::compareUnsigned)
            .thenComparing(version -> version.content.low(), Long::compareUnsigned);

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int HASH_LENGTH = 32;

    /**
     * The version of a line.
     *
     * @param hashing that of the line's feed
     * @param digest to be used for this, by one thread at a time
     */
    public static LineVersion of(FeedLine line, ContentHashing hashing, Digest128 digest) {
        Digest128.Hash hash = hashing.of(line.content(), digest);
        return new LineVersion(rankOf(line, hash, hashing, digest), line.receivedAt(), hash);
    }

    private static Rank rankOf(FeedLine line, Digest128.Hash hash, ContentHashing hashing, Digest128 digest) {
        if (line.isVoid()) {
            return Rank.VOID;
        }
        return isNamedByContent(line, hash, hashing, digest) ? Rank.NAMED_BY_CONTENT : Rank.OTHER;
    }

    /** The shop may have been added to the line after it had its id. */
    private static boolean isNamedByContent(
            FeedLine line, Digest128.Hash hash, ContentHashing hashing, Digest128 digest) {
        String id = line.lineId().value();
        if (!isMadeOfHash(id)) {
            return false;
        }
        String named = id.substring(0, HASH_LENGTH);
        return named.equals(hash.toString())
                || (line.content().storeId() != null
                        && named.equals(
                                hashing.ofWithoutShop(line.content(), digest).toString()));
    }

    private static boolean isMadeOfHash(String id) {
        return id.length() > HASH_LENGTH + 1
                && id.charAt(HASH_LENGTH) == '-'
                && id.chars().skip(HASH_LENGTH + 1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it makes no difference which of them is kept: both say the same, or one takes the other back. */
    public boolean agreesWith(LineVersion other) {
        return rank == Rank.VOID || other.rank == Rank.VOID || content.equals(other.content);
    }

    @Override
    public int compareTo(LineVersion other) {
        return FIRST_COUNTS.compare(this, other);
    }

    /** A text that sorts as versions do, for stores that compare texts. */
    @Override
    public String toString() {
        return rank.text + " " + MILLISECONDS.format(receivedAt) + " " + content;
    }
}
