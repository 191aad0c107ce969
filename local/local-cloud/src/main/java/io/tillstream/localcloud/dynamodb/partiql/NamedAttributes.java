package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.Term;
import java.util.stream.Stream;

/** The attributes that a condition looks at. */
public final class NamedAttributes {

    private NamedAttributes() {}

    public static Stream<String> of(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> of(compare.left(), compare.right());
            case Condition.Between between -> of(between.operand(), between.lower(), between.upper());
            case Condition.In in ->
                Stream.concat(of(in.operand()), in.candidates().stream().flatMap(NamedAttributes::of));
            case Condition.All all -> all.conditions().stream().flatMap(NamedAttributes::of);
            case Condition.Any any -> any.conditions().stream().flatMap(NamedAttributes::of);
            case Condition.Not not -> of(not.condition());
            case Condition.Exists exists -> Stream.of(exists.path().root());
            case Condition.TypeIs typeIs -> of(typeIs.operand());
            case Condition.BeginsWith begins -> of(begins.operand(), begins.prefix());
            case Condition.Contains contains -> of(contains.operand(), contains.part());
        };
    }

    private static Stream<String> of(Term... terms) {
        return Stream.of(terms).flatMap(term -> switch (term) {
            case Term.Attribute attribute -> Stream.of(attribute.path().root());
            case Term.Constant constant -> Stream.of();
            case Term.Size size -> of(size.operand());
            case Term.IfNotExists other -> Stream.concat(Stream.of(other.path().root()), of(other.fallback()));
            case Term.ListAppend append -> of(append.first(), append.second());
            case Term.Sum sum -> of(sum.left(), sum.right());
        });
    }
}
