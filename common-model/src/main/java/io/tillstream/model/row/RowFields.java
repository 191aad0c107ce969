package io.tillstream.model.row;

import io.tillstream.model.Blanks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a feed's rows, and the names they go by. */
public final class RowFields {

    private final List<Field> fields;
    private final String description;
    private final String usualHeader;
    private final Map<String, Field> byName = new HashMap<>();

    /**
     * Fields in the order of their places.
     *
     * @param description what a row is, and how its names and values are read, for who sends rows
     * @param usualHeader a line of names that a file may begin with, as an example
     */
    public RowFields(List<Field> fields, String description, String usualHeader) {
        this.fields = List.copyOf(fields);
        this.description = description;
        this.usualHeader = usualHeader;
        for (int place = 0; place < fields.size(); place++) {
            add(place, fields.get(place));
        }
    }

    private void add(int place, Field field) {
        if (field.place() != place) {
            throw new IllegalArgumentException("The field " + field.label() + " is not at its place");
        }
        add(field.label(), field);
        field.aliases().forEach(alias -> add(alias, field));
    }

    private void add(String name, Field field) {
        byName.put(name, field);
        byName.put(canonical(name), field);
    }

    /** How many there are; their places are below that. */
    int size() {
        return fields.size();
    }

    /** The field of this name, whatever its case, its outer blanks and a byte order mark before it. */
    @Nullable
    Field named(String name) {
        Field field = byName.get(name);
        return field != null ? field : byName.get(canonical(name));
    }

    /** Whether this is a name of a field, in any of its spellings. */
    public boolean isField(String name) {
        return named(name) != null;
    }

    /** Whether these can be the header of a text file: at least one is a name of a field, in any of its spellings. */
    public boolean isHeader(List<String> names) {
        return names.stream().anyMatch(this::isField);
    }

    /** Whether these are a header of rows: all are names of fields, and no required one is missing. */
    public boolean fits(List<String> names) {
        return names.stream().allMatch(this::isField) && missingIn(names).isEmpty();
    }

    /** The required fields that these names leave out, by the names that errors use. */
    public List<String> missingIn(List<String> names) {
        return fields.stream()
                .filter(field -> field.isRequired() && names.stream().noneMatch(name -> field.equals(named(name))))
                .map(Field::label)
                .toList();
    }

    /** The fields in the order of their places. */
    public List<Field> all() {
        return fields;
    }

    /** What a row is, and how its names and values are read. */
    public String description() {
        return description;
    }

    /** The names that errors use. */
    public List<String> labels() {
        return fields.stream().map(Field::label).toList();
    }

    /** A line of names that a file may begin with. */
    public String usualHeader() {
        return usualHeader;
    }

    private static String canonical(String name) {
        return Blanks.trim(name).toLowerCase(Locale.ROOT);
    }
}
