package io.tillstream.ingest.rules;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.AttributeValue.Flag;
import io.tillstream.model.AttributeValue.Numeral;
import io.tillstream.model.AttributeValue.Text;
import io.tillstream.model.Blanks;
import io.tillstream.model.TextFault;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns the results of expressions into values of attributes. */
final class Scalars {

    private Scalars() {}

    /** The value, without outer blanks; nothing for an empty text, as absent fields are. */
    static @Nullable AttributeValue of(Object result) throws RuleFailure {
        return switch (result) {
            case String text -> text(Blanks.trim(text));
            case Boolean flag -> new Flag(flag);
            case Long whole -> Numeral.of(whole);
            case Exact exact -> number(exact.value());
            case Double floating -> number(floating);
            default -> throw new IllegalStateException("The check of types let through " + result.getClass());
        };
    }

    private static @Nullable AttributeValue text(String text) throws RuleFailure {
        if (text.isEmpty()) {
            return null;
        }
        TextFault fault = Text.RULE.faultIn(text).orElse(null);
        if (fault != null) {
            throw new RuleFailure(
                    fault == TextFault.TOO_LONG
                            ? "a text of more than " + Text.RULE.maxLength() + " characters"
                            : "a text with characters that are not allowed");
        }
        return new Text(text);
    }

    private static AttributeValue number(double number) throws RuleFailure {
        if (!Double.isFinite(number)) {
            throw new RuleFailure("not a finite number");
        }
        return number(BigDecimal.valueOf(number));
    }

    private static AttributeValue number(BigDecimal number) throws RuleFailure {
        if (!Numeral.isInBounds(number)) {
            throw new RuleFailure("a number of more than 38 digits");
        }
        return new Numeral(number);
    }
}
