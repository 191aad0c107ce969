package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names in the header of a table, compared with the fields of a feed's rows. */
final class Header {

    private static final int NAMES_SHOWN = 20;
    private static final int CHARACTERS_SHOWN = 64;

    /** An example of how a foreign column is named. */
    private static final String EXAMPLE = "Quantity";

    private final Feed feed;
    private final Feeds feeds;
    private final List<String> own;
    private final @Nullable JoinFile joined;
    private final List<String> names;
    private final List<String> unknown;

    /** Those of the unknown that no row may hold. */
    private final List<String> refused;

    private final List<FieldError> errors;

    /**
     * The header of a table.
     *
     * @param own the names of its columns
     * @param joined what adds more of them
     * @param feeds those that the rows may be of
     */
    Header(List<String> own, @Nullable JoinFile joined, Feeds feeds) {
        this.own = own;
        this.joined = joined;
        this.feeds = feeds;
        this.names = new ArrayList<>(own);
        if (joined != null) {
            names.addAll(joined.names());
        }
        this.feed = FeedChoice.of(names, feeds);
        this.unknown =
                names.stream().filter(name -> !feed.fields().isField(name)).toList();
        this.refused =
                unknown.stream().filter(name -> !feed.fields().takes(name)).toList();
        this.errors = probe(names, feed);
    }

    /** The feed that the rows below are of. */
    Feed feed() {
        return feed;
    }

    /** What is wrong with it: every row below would be rejected for it. */
    Optional<String> fault() {
        Optional<String> unjoined = joined == null ? Optional.empty() : joined.faultIn(own);
        if (unjoined.isPresent()) {
            return unjoined;
        }
        String lacking = fields(FieldError.MISSING);
        String doubled = fields(FieldError.DUPLICATE_FIELD);
        if (isForeign()) {
            return Optional.of("this is no header of rows; it names " + shown(names) + ofEachFeed() + mapping());
        }
        if (!lacking.isEmpty()) {
            return Optional.of("the header lacks " + lacking + "; it names " + shown(names)
                    + (feeds.all().size() == 1 ? "" : ofEachFeed())
                    + (unknown.isEmpty() ? "" : mapping()));
        }
        if (!refused.isEmpty()) {
            return Optional.of(ofRefused());
        }
        return doubled.isEmpty() ? Optional.empty() : Optional.of("the header names " + doubled + " more than once");
    }

    /** Whether none of its names is known. */
    boolean isForeign() {
        return own.stream().noneMatch(feed.fields()::isField);
    }

    /** Which feeds there are, and what each of them would need. */
    private String ofEachFeed() {
        return feeds.all().stream().map(this::lackingOf).collect(Collectors.joining("; ", "; rows of ", ""));
    }

    private String lackingOf(Feed one) {
        List<String> lacking = one.fields().missingIn(names);
        if (!lacking.isEmpty()) {
            return one.name() + " lack " + String.join(", ", lacking);
        }
        List<String> foreign =
                names.stream().filter(name -> !one.fields().isField(name)).toList();
        return one.name() + " have no " + shown(foreign);
    }

    private String ofRefused() {
        if (refused.stream().anyMatch(String::isBlank)) {
            return "a column beside the first has no name in the header; name it, or remove it";
        }
        return "the header has columns that are not fields of a row: " + shown(refused)
                + "; leave columns out with --map \"" + refused.getFirst() + "=\", or say what they are with --map \""
                + refused.getFirst() + "=FIELD\""
                + feed.fields()
                        .declaring(refused.getFirst())
                        .map(line -> ", or declare them " + line)
                        .orElse("");
    }

    private String mapping() {
        return "; where a field has another name, give --map THEIRS=OURS"
                + (feed.fields().isField(EXAMPLE) ? ", such as --map Menge=" + EXAMPLE : "");
    }

    private static String shown(List<String> some) {
        return some.stream().limit(NAMES_SHOWN).map(Header::shortened).collect(Collectors.joining(", "))
                + (some.size() > NAMES_SHOWN ? ", …" : "");
    }

    /** What looks like a name may be a whole file without a line end. */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) > CHARACTERS_SHOWN
                ? name.substring(0, name.offsetByCodePoints(0, CHARACTERS_SHOWN)) + "…"
                : name;
    }

    private String fields(String code) {
        return errors.stream()
                .filter(error -> error.code().equals(code))
                .map(FieldError::field)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /**
     * What validation reports for a row with these names: values of a type that no field takes are a fault of their
     * own, so a field that counts as missing has no name here.
     */
    private static List<FieldError> probe(List<String> names, Feed feed) {
        RawRow row = RawRow.of(names, Collections.nCopies(names.size(), RawValue.Other.NESTED));
        RowResult result = feed.validator(RowSettings.USUAL).validate(row, 0, LineIdentity.unique(), Instant.EPOCH);
        return switch (result) {
            case RowResult.Rejection rejection -> rejection.errors();
            case RowResult.Accepted accepted -> List.of();
        };
    }
}
