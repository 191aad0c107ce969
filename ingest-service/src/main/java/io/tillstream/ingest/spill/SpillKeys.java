package io.tillstream.ingest.spill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of spilled lines: {@code spill/<stream>/<instance>/<sequence>-<rows>}, and beside them {@code owner}, which is
 * rewritten as long as someone looks after them.
 *
 * @param self the name of this instance, which no other ever has
 */
record SpillKeys(String stream, String self) {

    private static final Pattern LINES = Pattern.compile("spill/[^/]+/[^/]+/([0-9]+)-([0-9]+)");

    /** Under it lie the objects of all instances. */
    String prefix() {
        return "spill/" + stream + "/";
    }

    String lines(long sequence, int rows) {
        return prefix() + self + "/%012d-%d".formatted(sequence, rows);
    }

    /** Apart from the objects of instances, so that nobody takes one that was left for theirs. */
    String probe() {
        return "spill/.probe/" + stream + "/" + self;
    }

    String owner(String instance) {
        return prefix() + instance + "/owner";
    }

    /** Whose objects a key is among. */
    String instance(String key) {
        String rest = key.substring(prefix().length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** Where a part of an object is kept that cannot be read. */
    static String corrupt(String key, long offset) {
        return "spill-corrupt/" + key.substring("spill/".length()) + "-" + offset;
    }

    /** The segment that an object of spilled lines is; nothing for any other object. */
    static Optional<JournalSegment> parse(SpillObjects.Listed listed) {
        Matcher matcher = LINES.matcher(listed.key());
        return matcher.matches()
                ? Optional.of(JournalSegment.sealed(
                        Long.parseLong(matcher.group(1)),
                        listed.key(),
                        0,
                        listed.bytes(),
                        Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
