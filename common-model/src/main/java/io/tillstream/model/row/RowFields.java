package io.tillstream.model.row;

import io.tillstream.model.Blanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a feed's rows, and the names they go by. */
public final class RowFields {

    /** What becomes of a name that is none of a field, where nothing else is declared. */
    static final String UNKNOWN_IS_A_FAULT = "An unknown name is a fault of the row.";

    private static final String UNKNOWN_IS_KEPT = "What an unknown name holds is kept as text.";

    /** Between the words of a name. */
    private static final Pattern MARKS = Pattern.compile("[ _.-]");

    private final List<Field> fields;
    private final OwnFields own;
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
        this(fields, OwnFields.NONE, description, usualHeader);
    }

    private RowFields(List<Field> fields, OwnFields own, String description, String usualHeader) {
        this.fields = List.copyOf(fields);
        this.own = own;
        this.description = description;
        this.usualHeader = usualHeader;
        for (int place = 0; place < fields.size(); place++) {
            add(place, fields.get(place));
        }
    }

    /**
     * These and the fields of an installation's own, which come after them.
     *
     * @throws IllegalArgumentException when one has a name that there is already
     */
    public RowFields with(OwnFields added) {
        if (added.isEmpty()) {
            return this;
        }
        List<Field> all = new ArrayList<>(fields);
        for (OwnField field : added.all()) {
            clash(field).ifPresent(fault -> {
                throw new IllegalArgumentException(fault);
            });
            all.add(field.at(all.size()));
        }
        String said = added.keepsUnknown() ? description.replace(UNKNOWN_IS_A_FAULT, UNKNOWN_IS_KEPT) : description;
        return new RowFields(all, added, said, usualHeader);
    }

    /** That a field of these has a name of the other, in any case, with or without the marks between words. */
    public Optional<String> clash(OwnField other) {
        return fields.stream()
                .filter(field -> namesOf(field.label(), field.aliases()).stream()
                        .anyMatch(namesOf(other.name(), other.aliases())::contains))
                .findFirst()
                .map(field -> "\"" + other.name() + "\" would have the name of the field " + field.label()
                        + "; give it another name");
    }

    private static List<String> namesOf(String label, List<String> aliases) {
        return Stream.concat(Stream.of(label), aliases.stream())
                .map(name -> MARKS.matcher(canonical(name)).replaceAll(""))
                .toList();
    }

    /** What is declared beside the fields of the feed. */
    public OwnFields own() {
        return own;
    }

    /** The field of this name, which there is. */
    Field known(String name) {
        return Objects.requireNonNull(named(name), name);
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

    /** Those of the feed, without those of an installation's own. */
    public List<Field> ofFeed() {
        return fields.subList(0, fields.size() - own.all().size());
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

    /** Whether a row may hold what has this name: a field, or what is kept as text. */
    public boolean takes(String name) {
        return isField(name) || (own.keepsUnknown() && Declaration.nameFor(name).isPresent());
    }

    /** The line, and where it would stand, that makes a field of this name, if there is one. */
    public Optional<String> declaring(String name) {
        return Declaration.of(name, RawValue.Other.NULL);
    }

    /** Whether these can be the header of a text file: at least one is a name of a field, in any of its spellings. */
    public boolean isHeader(List<String> names) {
        return names.stream().anyMatch(this::isField);
    }

    /** Whether these are a header of rows: a row may hold all of them, and no required one is missing. */
    public boolean fits(List<String> names) {
        return names.stream().allMatch(this::takes) && missingIn(names).isEmpty();
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
