package io.tillstream.model.row;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.TextRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of one row's own fields, declared and kept; faults are noted. */
final class OwnValues {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    private final RowFields fields;
    private final FieldReader reader;
    private final FieldErrors faults;
    private final Map<String, AttributeValue> values = new HashMap<>();

    private OwnValues(RowFields fields, FieldReader reader, FieldErrors faults) {
        this.fields = fields;
        this.reader = reader;
        this.faults = faults;
    }

    /** The attributes of the line; none when there is a fault. */
    static Attributes read(RowFields fields, FieldReader reader, FieldErrors faults) {
        OwnValues own = new OwnValues(fields, reader, faults);
        own.addDeclared();
        own.addKept();
        if (own.values.size() > Attributes.MAX_COUNT) {
            faults.addTooManyOwn(own.values.size());
        }
        return faults.isEmpty() ? new Attributes(own.values) : Attributes.NONE;
    }

    private void addDeclared() {
        List<OwnField> declared = fields.own().all();
        for (OwnField own : declared) {
            Field field = fields.known(own.name());
            AttributeValue value = value(field, own.type());
            if (value != null) {
                values.put(own.name(), value);
            }
        }
    }

    private @Nullable AttributeValue value(Field field, OwnType type) {
        if (type instanceof OwnType.Text text) {
            String given = reader.paragraph(field, TextRule.text(text.max()));
            return given == null ? null : new AttributeValue.Text(given);
        }
        if (type instanceof OwnType.Numeral bounds) {
            String given = reader.scalar(field);
            BigDecimal number = given == null ? null : Numbers.within(bounds, field, given, faults);
            return number == null ? null : new AttributeValue.Numeral(number);
        }
        if (type instanceof OwnType.Time) {
            Instant moment = reader.moment(field);
            return moment == null ? null : new AttributeValue.Text(MILLISECONDS.format(moment));
        }
        Boolean flag = flag(field);
        return flag == null ? null : new AttributeValue.Flag(flag);
    }

    private @Nullable Boolean flag(Field field) {
        RawValue value = reader.value(field);
        if (value == RawValue.Other.TRUE || value == RawValue.Other.FALSE) {
            return value == RawValue.Other.TRUE;
        }
        String text = reader.scalar(field);
        if (text == null) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            faults.add(field, FieldError.UNKNOWN_VALUE, FieldErrors.quote(text) + " is neither yes nor no");
            return null;
        }
        return YES.contains(word);
    }

    private void addKept() {
        for (FieldReader.Unknown unknown : reader.unknown()) {
            String name = Declaration.nameFor(unknown.name()).orElse(null);
            if (name == null) {
                faults.addUnknown(unknown.name(), unknown.value());
            } else if (fields.own().declares(name) || values.containsKey(name)) {
                Field field = Field.optional(0, name, "send one of them");
                faults.add(field, FieldError.DUPLICATE_FIELD, name + " is given more than once");
            } else {
                keep(name, unknown.value());
            }
        }
    }

    /** As text, whatever it is. */
    private void keep(String name, RawValue value) {
        Field field = Field.optional(0, name, "send a text, a number or a yes or no, or declare it in fields.yml");
        String text = value == RawValue.Other.TRUE || value == RawValue.Other.FALSE
                ? value.toString().toLowerCase(Locale.ROOT)
                : reader.scalar(field, value);
        String kept = text == null ? null : reader.checked(field, AttributeValue.Text.RULE, Texts.withoutBreaks(text));
        if (kept != null) {
            values.put(name, new AttributeValue.Text(kept));
        }
    }
}
