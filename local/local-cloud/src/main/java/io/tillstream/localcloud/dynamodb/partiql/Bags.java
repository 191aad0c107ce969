package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes sets of what stands between double angle brackets. */
final class Bags {

    private Bags() {}

    /** A bag is a set of strings, of numbers or of binaries. */
    static Value set(List<Value> members) {
        if (members.isEmpty()) {
            throw AwsError.validation("Empty bags are not supported");
        }
        Set<Value> distinct = new LinkedHashSet<>(members);
        if (distinct.size() < members.size()) {
            throw ValueMessages.invalid(
                    "Input collection " + members.stream().map(Bags::shown).toList() + " contains duplicates.");
        }
        if (members.stream().allMatch(Text.class::isInstance)) {
            return new Value.TextSet(collected(members, member -> ((Text) member).value()));
        }
        if (members.stream().allMatch(Num.class::isInstance)) {
            return new Value.NumSet(collected(members, member -> ((Num) member).value()));
        }
        if (members.stream().allMatch(Value.Binary.class::isInstance)) {
            return new Value.BinarySet(collected(members, member -> ((Value.Binary) member).value()));
        }
        throw AwsError.validation("Bags must contain values of one type: strings, numbers or binaries");
    }

    private static <T> Set<T> collected(List<Value> members, Function<Value, T> content) {
        Set<T> set = new LinkedHashSet<>();
        members.forEach(member -> set.add(content.apply(member)));
        return set;
    }

    private static String shown(Value member) {
        return switch (member) {
            case Text text -> text.value();
            case Num number -> number.value().toPlainString();
            default -> member.type();
        };
    }
}
