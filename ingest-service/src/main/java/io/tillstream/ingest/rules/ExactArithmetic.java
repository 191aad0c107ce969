package io.tillstream.ingest.rules;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.exceptions.CelDivideByZeroException;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The type {@code decimal} of expressions: compared and computed with each other and with the numbers of CEL. A number
 * written with a point counts as what is written, so that {@code unitPrice == 2.55} is exact.
 */
final class ExactArithmetic {

    static final CelType DECIMAL = OpaqueType.create("decimal");

    private static final int MOST_DECIMALS = 10;

    /** CEL takes only what is known to have no state. */
    @Immutable
    private interface Computation {
        Object of(BigDecimal left, BigDecimal right);
    }

    private record Operand(CelType type, Class<?> javaType) {}

    private record Operands(Operand left, Operand right) {}

    private static final Operand EXACT = new Operand(DECIMAL, Exact.class);
    private static final Operand WHOLE = new Operand(SimpleType.INT, Long.class);
    private static final Operand FLOATING = new Operand(SimpleType.DOUBLE, Double.class);

    private static final List<Operands> MIXED = List.of(
            new Operands(EXACT, WHOLE),
            new Operands(WHOLE, EXACT),
            new Operands(EXACT, FLOATING),
            new Operands(FLOATING, EXACT));
    private static final List<Operands> ANY =
            Stream.concat(Stream.of(new Operands(EXACT, EXACT)), MIXED.stream()).toList();

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    ExactArithmetic() {
        extend(Operator.LESS, SimpleType.BOOL, (a, b) -> a.compareTo(b) < 0);
        extend(Operator.LESS_EQUALS, SimpleType.BOOL, (a, b) -> a.compareTo(b) <= 0);
        extend(Operator.GREATER, SimpleType.BOOL, (a, b) -> a.compareTo(b) > 0);
        extend(Operator.GREATER_EQUALS, SimpleType.BOOL, (a, b) -> a.compareTo(b) >= 0);
        extend(Operator.ADD, DECIMAL, (a, b) -> new Exact(a.add(b)));
        extend(Operator.SUBTRACT, DECIMAL, (a, b) -> new Exact(a.subtract(b)));
        extend(Operator.MULTIPLY, DECIMAL, (a, b) -> new Exact(a.multiply(b)));
        extend(Operator.DIVIDE, DECIMAL, (a, b) -> new Exact(divide(a, b)));
        equate(Operator.EQUALS, (a, b) -> a.compareTo(b) == 0);
        equate(Operator.NOT_EQUALS, (a, b) -> a.compareTo(b) != 0);
        negate();
        write();
        round();
    }

    List<CelFunctionDecl> declarations() {
        return List.copyOf(declarations);
    }

    List<CelFunctionBinding> bindings() {
        return List.copyOf(bindings);
    }

    private void extend(Operator operator, CelType result, Computation computation) {
        String function = operator.getFunction();
        bindings.addAll(CelFunctionBinding.fromOverloads(function, overload(function, ANY, result, computation)));
    }

    /** CEL itself equates two values of one type, and lets no one else bind the name of the operator. */
    private void equate(Operator operator, Computation computation) {
        bindings.addAll(overload(operator.getFunction(), MIXED, SimpleType.BOOL, computation));
    }

    private List<CelFunctionBinding> overload(
            String function, List<Operands> pairs, CelType result, Computation computation) {
        List<CelOverloadDecl> declared = new ArrayList<>();
        List<CelFunctionBinding> bound = new ArrayList<>();
        for (Operands pair : pairs) {
            String id = function + pair.left().type().name() + "_"
                    + pair.right().type().name();
            declared.add(CelOverloadDecl.newGlobalOverload(
                    id, result, pair.left().type(), pair.right().type()));
            bound.add(CelFunctionBinding.from(
                    id,
                    List.of(pair.left().javaType(), pair.right().javaType()),
                    arguments -> computation.of(number(arguments[0]), number(arguments[1]))));
        }
        declarations.add(CelFunctionDecl.newFunctionDeclaration(function, declared));
        return bound;
    }

    private void negate() {
        declare(Operator.NEGATE.getFunction(), CelOverloadDecl.newGlobalOverload("negate_decimal", DECIMAL, DECIMAL));
        bindings.add(CelFunctionBinding.from(
                "negate_decimal",
                Exact.class,
                number -> new Exact(number.value().negate())));
    }

    private void write() {
        declare("string", CelOverloadDecl.newGlobalOverload("decimal_to_string", SimpleType.STRING, DECIMAL));
        bindings.add(CelFunctionBinding.from(
                "decimal_to_string", Exact.class, number -> number.value().toPlainString()));
    }

    private void round() {
        declare("round", CelOverloadDecl.newGlobalOverload("round_decimal", DECIMAL, DECIMAL, SimpleType.INT));
        bindings.add(CelFunctionBinding.from("round_decimal", Exact.class, Long.class, ExactArithmetic::round));
    }

    private void declare(String function, CelOverloadDecl overload) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(function, overload));
    }

    private static BigDecimal number(Object operand) {
        return switch (operand) {
            case Exact exact -> exact.value();
            case Long whole -> BigDecimal.valueOf(whole);
            case Double floating -> finite(floating);
            default -> throw new IllegalArgumentException("The check of types let through " + operand.getClass());
        };
    }

    private static BigDecimal finite(double floating) {
        if (!Double.isFinite(floating)) {
            throw new CelNumericOverflowException("not a finite number");
        }
        return BigDecimal.valueOf(floating);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new CelDivideByZeroException();
        }
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    /** Half up, as tills do. */
    private static Exact round(Exact number, long decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new CelInvalidArgumentException("decimals out of range");
        }
        return new Exact(number.value().setScale((int) decimals, RoundingMode.HALF_UP));
    }
}
