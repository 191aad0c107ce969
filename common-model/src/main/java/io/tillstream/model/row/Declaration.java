package io.tillstream.model.row;

import io.tillstream.model.Attributes;
import io.tillstream.model.Blanks;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an unknown field of a row would be as an own field. */
final class Declaration {

    private static final String FILE = "fields.yml";

    /** No name of an attribute is longer, with all marks that letters can have. */
    private static final int LONGEST = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_]");

    private Declaration() {}

    /** Where the line would stand that declares the field, and that line; empty when the name is none that a line can hold. */
    static Optional<String> of(String written, RawValue value) {
        String given = Blanks.trim(written);
        boolean isPlain = given.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
        return isPlain ? nameFor(given).map(name -> line(name, given, typeOf(value))) : Optional.empty();
    }

    private static String line(String name, String given, String type) {
        String aliases = name.equalsIgnoreCase(given) ? "" : ", aliases: [\"" + given + "\"]";
        return "in " + FILE + ": - {name: " + name + aliases + ", type: " + type + "}";
    }

    /** The name of an attribute that is closest to that of a field: Sales Channel is sales_Channel. */
    static Optional<String> nameFor(String written) {
        String given = Blanks.trim(written);
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        String base =
                MARKS.matcher(Normalizer.normalize(given, Normalizer.Form.NFD)).replaceAll("");
        if (base.isEmpty()) {
            return Optional.empty();
        }
        boolean isShouted = base.equals(base.toUpperCase(Locale.ROOT));
        String cased = isShouted ? base.toLowerCase(Locale.ROOT) : base;
        String plain = OTHERS.matcher(cased).replaceAll("_");
        return Optional.of(plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1))
                .filter(Attributes::isName);
    }

    private static String typeOf(RawValue value) {
        if (value == RawValue.Other.TRUE || value == RawValue.Other.FALSE) {
            return "flag";
        }
        if (value instanceof RawValue.Numeral) {
            return "number";
        }
        String text = value instanceof RawValue.Text given ? Blanks.trim(given.value()) : "";
        if (Numbers.parse(text) != null) {
            return "number";
        }
        return EventTimes.parse(text) != null ? "time" : "text";
    }
}
