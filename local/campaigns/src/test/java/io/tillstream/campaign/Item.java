package io.tillstream.campaign;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table. */
record Item(Map<String, AttributeValue> attributes) {

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return required(name).s();
    }

    @Nullable
    String textIfPresent(String name) {
        return has(name) ? text(name) : null;
    }

    BigDecimal number(String name) {
        return new BigDecimal(required(name).n());
    }

    private AttributeValue required(String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }
}
