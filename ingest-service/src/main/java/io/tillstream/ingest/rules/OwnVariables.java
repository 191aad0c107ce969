package io.tillstream.ingest.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can ask about the declared fields of a line, as {@code attributes.channel}. What the line does not
 * have is an empty text, zero or false.
 */
final class OwnVariables {

    private static final String PREFIX = "attributes.";

    private static final Exact ZERO = new Exact(BigDecimal.ZERO);

    private OwnVariables() {}

    static List<LineVariable> of(OwnFields own) {
        return own.all().stream().map(OwnVariables::of).toList();
    }

    private static LineVariable of(OwnField field) {
        return new LineVariable(
                PREFIX + field.name(),
                typeOf(field.type()),
                line -> value(line.attributes().values().get(field.name()), field.type()));
    }

    private static CelType typeOf(OwnType type) {
        return switch (type) {
            case OwnType.Text text -> SimpleType.STRING;
            case OwnType.Time time -> SimpleType.STRING;
            case OwnType.Numeral number -> ExactArithmetic.DECIMAL;
            case OwnType.Flag flag -> SimpleType.BOOL;
        };
    }

    private static Object value(@Nullable AttributeValue value, OwnType type) {
        return switch (value) {
            case null -> nothing(type);
            case AttributeValue.Text text -> text.value();
            case AttributeValue.Numeral number -> new Exact(number.value());
            case AttributeValue.Flag flag -> flag.value();
        };
    }

    private static Object nothing(OwnType type) {
        return switch (type) {
            case OwnType.Text text -> "";
            case OwnType.Time time -> "";
            case OwnType.Numeral number -> ZERO;
            case OwnType.Flag flag -> false;
        };
    }
}
