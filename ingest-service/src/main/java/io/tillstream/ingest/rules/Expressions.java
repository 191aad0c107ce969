package io.tillstream.ingest.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Set;

/**
 * Compiles expressions, in a part of CEL whose cost is bounded by the length of the text: no macros and so
 * no loops, regular expressions written out and of bounded size, run in linear time; no time zones, bytes or types.
 */
final class Expressions {

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_NESTING = 32;
    private static final int MAX_NODES = 200;
    private static final int MAX_PATTERN_SIZE = 500;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_NESTING)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxRegexProgramSize(MAX_PATTERN_SIZE)
            .enableComprehension(false)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelStandardDeclarations FUNCTIONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.CONDITIONAL,
                    StandardFunction.LOGICAL_NOT,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS,
                    StandardFunction.ADD,
                    StandardFunction.SUBTRACT,
                    StandardFunction.MULTIPLY,
                    StandardFunction.DIVIDE,
                    StandardFunction.MODULO,
                    StandardFunction.NEGATE,
                    StandardFunction.IN,
                    StandardFunction.INDEX,
                    StandardFunction.SIZE,
                    StandardFunction.INT,
                    StandardFunction.DOUBLE,
                    StandardFunction.STRING,
                    StandardFunction.MATCHES,
                    StandardFunction.CONTAINS,
                    StandardFunction.STARTS_WITH,
                    StandardFunction.ENDS_WITH)
            .build();

    private static final String MATCHES =
            StandardFunction.MATCHES.functionDecl().name();

    /** The checker names what stands before the point. */
    private static final String UNDECLARED_ATTRIBUTES = "undeclared reference to 'attributes";

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final LineVariables variables;

    /** @param variables what they can ask about a line */
    Expressions(LineVariables variables) {
        this.variables = variables;
        ExactArithmetic arithmetic = new ExactArithmetic();
        CelCompilerBuilder environment = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(FUNCTIONS)
                .setStandardMacros()
                .addFunctionDeclarations(arithmetic.declarations());
        variables.all().forEach(variable -> environment.addVar(variable.name(), variable.type()));
        compiler = environment.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(arithmetic.bindings())
                .build();
    }

    /**
     * Compiles and checks a text.
     *
     * @param types what the expression may yield
     * @param wanted those types, in words
     * @throws BadRulesException when the text is not an expression of these types
     */
    Expression compile(Written written, Set<CelType> types, String wanted) {
        CelAbstractSyntaxTree tree = check(written);
        checkTypes(tree, written);
        if (!types.contains(tree.getResultType())) {
            throw written.fault(1, 1, "this is of type " + tree.getResultType().name() + ", not " + wanted);
        }
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .filter(node -> node.expr().call().function().equals(MATCHES))
                .forEach(node -> checkPattern(node.expr().call().args().getLast(), written, tree));
        try {
            return new Expression(runtime.createProgram(tree), variables);
        } catch (CelEvaluationException e) {
            throw written.fault("cannot be compiled: " + e.getMessage());
        }
    }

    private CelAbstractSyntaxTree check(Written written) {
        try {
            return compiler.compile(written.text()).getAst();
        } catch (CelValidationException e) {
            CelIssue issue = e.getErrors().getFirst();
            throw fault(written, issue.getSourceLocation(), inShort(issue.getMessage()) + hint(issue.getMessage()));
        }
    }

    private String hint(String message) {
        return message.contains(UNDECLARED_ATTRIBUTES) ? "; of attributes, there are " + variables.ownInWords() : "";
    }

    /** Values whose type is known only with a line are compared by other rules, and fail late. */
    private static void checkTypes(CelAbstractSyntaxTree tree, Written written) {
        tree.getTypeMap().forEach((id, type) -> {
            if (isOpen(type) || type.parameters().stream().anyMatch(Expressions::isOpen)) {
                throw fault(written, place(tree, id), "the values of a list or map must be of one type");
            }
        });
    }

    private static boolean isOpen(CelType type) {
        return type.kind() == CelKind.DYN || type.kind() == CelKind.TYPE_PARAM;
    }

    /** A pattern that came out of the data would be compiled for every line, and might be none. */
    private static void checkPattern(CelExpr pattern, Written written, CelAbstractSyntaxTree tree) {
        CelSourceLocation place = place(tree, pattern.id());
        if (pattern.getKind() != ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw fault(written, place, "the pattern of matches must be written out as a text");
        }
        try {
            if (Pattern.compile(pattern.constant().stringValue()).programSize() > MAX_PATTERN_SIZE) {
                throw fault(written, place, "the pattern is too large");
            }
        } catch (PatternSyntaxException e) {
            throw fault(written, place, "not a regular expression: " + e.getDescription());
        }
    }

    private static CelSourceLocation place(CelAbstractSyntaxTree tree, long id) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(id, 0);
        return tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    }

    private static BadRulesException fault(Written written, CelSourceLocation place, String message) {
        return written.fault(Math.max(place.getLine(), 1), Math.max(place.getColumn(), 0) + 1, message);
    }

    /** Without the long lists of every function and token that would have been allowed. */
    private static String inShort(String message) {
        return message.replaceFirst("(?s) \\(candidates: .*", "")
                .replaceFirst("(?s) expecting \\{.*", "")
                .replace(" (in container '')", "");
    }
}
