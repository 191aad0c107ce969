package io.tillstream.feeds;

import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one field that a file declares. */
final class DeclaredField {

    private static final String NAME = "name";
    private static final String ALIASES = "aliases";
    private static final String TYPE = "type";
    private static final String MIN = "min";
    private static final String MAX = "max";
    private static final String DECIMALS = "decimals";
    private static final String REQUIRED = "required";
    private static final String DESCRIPTION = "description";
    private static final Set<String> OF_ALL = Set.of(NAME, ALIASES, TYPE, REQUIRED, DESCRIPTION);
    private static final Map<String, Set<String>> BOUNDS =
            Map.of("text", Set.of(MAX), "number", Set.of(MIN, MAX, DECIMALS), "time", Set.of(), "flag", Set.of());
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final YamlEntry entry;
    private final Map<String, YamlEntry> given = new HashMap<>();
    private final int faultsBefore;

    private DeclaredField(YamlEntry entry) {
        this.entry = entry;
        this.faultsBefore = entry.faults().size();
        entry.eachEntry(given::put);
    }

    /** Nothing when something is wrong with it, which is added to the faults. */
    static Optional<OwnField> read(YamlEntry entry) {
        return new DeclaredField(entry).field();
    }

    private Optional<OwnField> field() {
        String type = text(TYPE);
        Set<String> bounds = BOUNDS.get(type);
        if (bounds == null) {
            at(TYPE).fault("the type of a field is text, number, time or flag");
            return Optional.empty();
        }
        given.forEach((key, value) -> {
            if (!OF_ALL.contains(key) && !bounds.contains(key)) {
                value.fault("a field of type " + type + " has no \"" + key + "\"");
            }
        });
        String name = text(NAME);
        List<String> aliases = given.containsKey(ALIASES)
                ? at(ALIASES).list().stream().map(YamlEntry::text).toList()
                : List.of();
        String description = text(DESCRIPTION);
        boolean isRequired = isRequired();
        if (description.length() > LONGEST_DESCRIPTION) {
            at(DESCRIPTION).fault("a description has at most " + LONGEST_DESCRIPTION + " characters");
        }
        return made(() -> new OwnField(name, aliases, typeOf(type), isRequired, description));
    }

    /** The bounds and the name are held against their rules by what they make. */
    private Optional<OwnField> made(Supplier<OwnField> field) {
        try {
            OwnField made = field.get();
            return entry.faults().size() == faultsBefore ? Optional.of(made) : Optional.empty();
        } catch (IllegalArgumentException e) {
            entry.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private OwnType typeOf(String type) {
        return switch (type) {
            case "text" -> new OwnType.Text(whole(MAX, OwnType.Text.LONGEST));
            case "number" ->
                new OwnType.Numeral(number(MIN), number(MAX), whole(DECIMALS, OwnType.Numeral.USUAL_DECIMALS));
            case "time" -> new OwnType.Time();
            default -> new OwnType.Flag();
        };
    }

    private String text(String key) {
        return given.containsKey(key) ? at(key).text() : "";
    }

    /** What stands behind a key; where there is no such key, the field as a whole. */
    private YamlEntry at(String key) {
        return given.getOrDefault(key, entry);
    }

    private boolean isRequired() {
        String text = text(REQUIRED);
        if (!Set.of("", "true", "false").contains(text)) {
            at(REQUIRED).fault("required is true or false, not \"" + text + "\"");
        }
        return text.equals("true");
    }

    private int whole(String key, int usual) {
        BigDecimal number = number(key);
        try {
            return number == null ? usual : number.intValueExact();
        } catch (ArithmeticException e) {
            at(key).fault(key + " is a whole number here");
            return usual;
        }
    }

    private @Nullable BigDecimal number(String key) {
        if (!given.containsKey(key)) {
            return null;
        }
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException e) {
            at(key).fault(key + " is a number, not \"" + text(key) + "\"");
            return null;
        }
    }
}
