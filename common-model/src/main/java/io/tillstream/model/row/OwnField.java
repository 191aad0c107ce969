package io.tillstream.model.row;

import io.tillstream.model.Attributes;
import io.tillstream.model.Blanks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that an installation adds to those of a feed. Its values are attributes of lines, under its name.
 *
 * @param name that of an attribute
 * @param aliases further names that it goes by in rows
 * @param type what values it has
 * @param isRequired whether a row without a value for it is at fault
 * @param description what it means, for who sends rows; may be empty
 */
public record OwnField(String name, List<String> aliases, OwnType type, boolean isRequired, String description) {

    public OwnField {
        if (!Attributes.isName(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name of an own field: 1 to 40 letters, digits and _, the first a lower-case letter");
        }
        aliases = List.copyOf(aliases);
    }

    /** All that it goes by, as names count: in small letters, each once. */
    Set<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream())
                .map(given -> Blanks.trim(given).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same field among others, at this place. */
    Field at(int place) {
        String send = type.expectation() + (isRequired ? "" : ", or leave it out");
        return new Field(place, name, aliases, send, isRequired, type.shape().saying(told()));
    }

    /** With the bounds of a number, which a shape does not say. */
    private String told() {
        String bounds = type instanceof OwnType.Numeral number ? " Bounds: " + number.inWords() + "." : "";
        return (description + bounds).strip();
    }

    /** All that decides which values are taken; the same text for fields that take the same. */
    String meaning() {
        return name + " " + aliases + " " + type.word() + " " + type.bounds() + (isRequired ? " required" : "");
    }
}
