package io.tillstream.localcloud.dynamodb.expression;

import java.util.List;
import java.util.stream.Stream;

/** An expression as written: nothing substituted, nothing checked but its grammar. */
sealed interface Syntax {

    /** What stands directly inside this, from left to right. */
    List<Syntax> parts();

    /** This and all that stands inside it, from left to right. */
    default Stream<Syntax> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Syntax::all));
    }

    /** What this is without the parentheses around it. */
    default Syntax bare() {
        return this instanceof Group group ? group.inner().bare() : this;
    }

    /** The steps of a path: {@code Step.name} as written, with its sign if it is substituted. */
    record PathSyntax(List<DocumentPath.Step> steps) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of();
        }
    }

    record ValueSyntax(String name) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of();
        }
    }

    record Call(String function, List<Syntax> parts) implements Syntax {}

    /** A comparison or a calculation. */
    record Operation(String operator, Syntax left, Syntax right) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(left, right);
        }
    }

    record Between(Syntax operand, Syntax lower, Syntax upper) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(operand, lower, upper);
        }
    }

    /** The operand and the candidates, in this order. */
    record In(List<Syntax> parts) implements Syntax {}

    record Junction(boolean and, Syntax left, Syntax right) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(left, right);
        }
    }

    record Not(Syntax inner) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(inner);
        }
    }

    record Group(Syntax inner) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(inner);
        }
    }
}
