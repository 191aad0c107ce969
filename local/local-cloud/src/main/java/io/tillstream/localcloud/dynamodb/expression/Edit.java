package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import org.jspecify.annotations.Nullable;

/** One change at one place of an item. */
public sealed interface Edit {

    DocumentPath path();

    /** What is there afterwards, given what was and the item before the update; null if nothing. */
    @Nullable
    Value result(@Nullable Value existing, Item before);

    /** Puts a value there. */
    record Assign(DocumentPath path, Term value) implements Edit {
        @Override
        public Value result(@Nullable Value existing, Item before) {
            return value.required(before);
        }
    }

    /** Takes away what is there. */
    record Remove(DocumentPath path) implements Edit {
        @Override
        public @Nullable Value result(@Nullable Value existing, Item before) {
            return null;
        }
    }

    /** Adds a number to a number or members to a set; the older form also adds elements to a list. */
    record Add(DocumentPath path, Value more) implements Edit {
        @Override
        public Value result(@Nullable Value existing, Item before) {
            if (existing == null) {
                return more;
            }
            if (existing instanceof ListValue && more instanceof ListValue) {
                return new Term.ListAppend(new Term.Constant(existing), new Term.Constant(more)).value(before);
            }
            Value sum = Arithmetic.added(existing, more);
            if (sum == null) {
                throw Arithmetic.wrongType();
            }
            return sum;
        }
    }

    /** Takes members out of a set; a set without members is none. */
    record Subtract(DocumentPath path, Value members) implements Edit {
        @Override
        public @Nullable Value result(@Nullable Value existing, Item before) {
            if (existing == null) {
                return null;
            }
            Value rest = Arithmetic.removed(existing, members);
            if (rest == null) {
                throw Arithmetic.wrongType();
            }
            return Arithmetic.isEmptySet(rest) ? null : rest;
        }
    }
}
