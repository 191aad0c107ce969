package io.tillstream.model.row;

import io.tillstream.model.Attributes;
import io.tillstream.model.identity.Digest128;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that an installation adds to those of a feed, and what becomes of fields that nobody has declared.
 *
 * @param all no two of one name, in any case; at most 20
 * @param keepsUnknown whether undeclared fields are kept as text, rather than faults of their rows
 */
public record OwnFields(List<OwnField> all, boolean keepsUnknown) {

    /** Nothing is added to the fields of a feed. */
    public static final OwnFields NONE = new OwnFields(List.of(), false);

    public OwnFields {
        all = List.copyOf(all);
        if (all.size() > Attributes.MAX_COUNT) {
            throw new IllegalArgumentException("there are more than " + Attributes.MAX_COUNT + " own fields");
        }
        Set<String> names = new HashSet<>();
        for (OwnField field : all) {
            for (String name : field.names()) {
                if (!names.add(name)) {
                    throw new IllegalArgumentException("there is more than one own field \"" + name + "\"");
                }
            }
        }
    }

    /** Whether rows may hold nothing but what their feed knows. */
    public boolean isEmpty() {
        return all.isEmpty() && !keepsUnknown;
    }

    /** Whether there is one of this name. */
    public boolean declares(String name) {
        return all.stream().anyMatch(field -> field.name().equals(name));
    }

    /** What decides which lines come of rows, in short: nothing when nothing is added. */
    public List<String> meaning() {
        if (isEmpty()) {
            return List.of();
        }
        Digest128 digest = new Digest128().add(keepsUnknown ? 1 : 0);
        all.stream().map(OwnField::meaning).sorted().forEach(digest::add);
        return List.of("own-fields=" + digest.finish());
    }

    /** Names and types, for a log; in the way that a file declares them. */
    @Override
    public String toString() {
        String fields = all.stream()
                .map(field -> field.name() + " (" + field.type().word() + (field.isRequired() ? ", required)" : ")"))
                .collect(Collectors.joining(", "));
        return (fields.isEmpty() ? "none" : fields) + (keepsUnknown ? "; others are kept as text" : "");
    }
}
