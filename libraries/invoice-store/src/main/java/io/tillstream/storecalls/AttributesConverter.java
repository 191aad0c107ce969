package io.tillstream.storecalls;

import io.tillstream.model.AttributeValue.Flag;
import io.tillstream.model.AttributeValue.Numeral;
import io.tillstream.model.AttributeValue.Text;
import io.tillstream.model.Attributes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Derived fields as a map of DynamoDB: texts, numbers and booleans by name. */
public final class AttributesConverter implements AttributeConverter<Attributes> {

    private static final EnhancedType<Attributes> TYPE = EnhancedType.of(Attributes.class);

    @Override
    public AttributeValue transformFrom(Attributes attributes) {
        Map<String, AttributeValue> stored = new HashMap<>();
        attributes.values().forEach((name, value) -> stored.put(name, stored(value)));
        return AttributeValue.fromM(stored);
    }

    @Override
    public Attributes transformTo(AttributeValue stored) {
        Map<String, io.tillstream.model.AttributeValue> values = new HashMap<>();
        stored.m().forEach((name, value) -> values.put(name, value(value)));
        return new Attributes(values);
    }

    @Override
    public EnhancedType<Attributes> type() {
        return TYPE;
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.M;
    }

    private static AttributeValue stored(io.tillstream.model.AttributeValue value) {
        return switch (value) {
            case Text text -> AttributeValue.fromS(text.value());
            case Numeral number -> AttributeValue.fromN(number.value().toPlainString());
            case Flag flag -> AttributeValue.fromBool(flag.value());
        };
    }

    private static io.tillstream.model.AttributeValue value(AttributeValue stored) {
        return switch (stored.type()) {
            case S -> new Text(stored.s());
            case N -> new Numeral(new BigDecimal(stored.n()));
            case BOOL -> new Flag(stored.bool());
            default -> throw new IllegalArgumentException("an attribute is stored as " + stored.type());
        };
    }
}
