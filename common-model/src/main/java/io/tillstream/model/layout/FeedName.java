package io.tillstream.model.layout;

import java.util.Set;
import java.util.regex.Pattern;

/** Names a feed, and by {@link FeedLayout} all that carries and keeps its lines: {@code transactions}. */
public record FeedName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,19}[a-z0-9]");
    private static final String BATCH = "batch";
    /** Their folders would be those of something else. */
    private static final Set<String> TAKEN = Set.of(BATCH, "errors");

    public FeedName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A feed's name has 2 to 21 lower-case letters, digits and hyphens, and begins with a letter: "
                            + value);
        }
        if (TAKEN.contains(value) || value.endsWith("-" + BATCH)) {
            throw new IllegalArgumentException("No feed can have this name, because a folder has it: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
