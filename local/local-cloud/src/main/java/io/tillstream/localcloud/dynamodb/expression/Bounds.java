package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.ValueOrder;
import java.util.Base64;
import java.util.Optional;

/** The two bounds of BETWEEN, when both stand in the request. */
final class Bounds {

    private Bounds() {}

    static Optional<String> fault(Value lower, Value upper) {
        if (!lower.type().equals(upper.type())) {
            return Optional.of(told("same data type for lower and upper bounds", lower, upper));
        }
        return areReversed(lower, upper)
                ? Optional.of(told("upper bound to be greater than or equal to lower bound", lower, upper))
                : Optional.empty();
    }

    static boolean areReversed(Value lower, Value upper) {
        return ValueOrder.compare(lower, upper).orElse(0) > 0;
    }

    private static String told(String requirement, Value lower, Value upper) {
        return "The BETWEEN operator requires %s; lower bound operand: AttributeValue: %s, upper bound operand: AttributeValue: %s"
                .formatted(requirement, shown(lower), shown(upper));
    }

    private static String shown(Value value) {
        String content = switch (value) {
            case Text text -> text.value();
            case Num number -> number.value().toPlainString();
            case Binary binary -> Base64.getEncoder().encodeToString(Binary.bytesOf(binary.value()));
            default -> "";
        };
        return "{" + value.type() + ":" + content + "}";
    }
}
