package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that one request says about items, in expressions or in the older members, read and checked. What it does not say
 * is null.
 */
public record RequestExpressions(
        @Nullable Projection projection,
        @Nullable Condition filter,
        @Nullable KeyCondition key,
        @Nullable Update update,
        @Nullable Condition condition) {

    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";

    /**
     * Reads a request.
     *
     * @param kinds the kinds of expressions that the operation has
     * @throws io.tillstream.localcloud.protocol.AwsError the first fault, in the words given
     */
    public static RequestExpressions read(JsonNode request, ValueMessages messages, ExpressionKind... kinds) {
        return new Reading(request, messages, Stream.of(kinds).sorted().toList()).read();
    }

    /** Requires the operator of older conditions to be one, which the service looks at before all else of a query. */
    public static void requireConditionalOperator(JsonNode request, ValueMessages messages) {
        new LegacyConditions(request, messages).requireOperator();
    }

    /** One reading; the substitutions note what all expressions together have used. */
    private record Reading(
            JsonNode request, ValueMessages messages, List<ExpressionKind> kinds, Substitutions substitutions) {

        Reading(JsonNode request, ValueMessages messages, List<ExpressionKind> kinds) {
            this(request, messages, kinds, new Substitutions(messages));
        }

        RequestExpressions read() {
            List<String> expressions = present(kinds.stream().map(ExpressionKind::member));
            requireOneForm(expressions);
            readSubstitutions(expressions);
            LegacyConditions older = new LegacyConditions(request, messages);
            Condition olderFilter = older.filter(kinds);
            KeyCondition olderKey = older.key();
            Update olderUpdate = has(ExpressionKind.UPDATE) ? LegacyUpdates.read(request, messages) : null;
            Condition olderCondition = older.expected(kinds);
            Projection projection = has(ExpressionKind.PROJECTION) ? projection() : null;
            Update update = has(ExpressionKind.UPDATE) ? update() : null;
            KeyCondition key = has(ExpressionKind.KEY_CONDITION) ? key() : null;
            Condition filter = has(ExpressionKind.FILTER) ? condition(ExpressionKind.FILTER) : null;
            Condition condition = has(ExpressionKind.CONDITION) ? condition(ExpressionKind.CONDITION) : null;
            substitutions.requireAllUsed();
            return new RequestExpressions(
                    projection,
                    filter == null ? olderFilter : filter,
                    key == null ? olderKey : key,
                    update == null ? olderUpdate : update,
                    condition == null ? olderCondition : condition);
        }

        private boolean has(ExpressionKind kind) {
            return kinds.contains(kind);
        }

        private List<String> present(Stream<String> members) {
            return members.filter(request::hasNonNull).distinct().toList();
        }

        private void requireOneForm(List<String> expressions) {
            // Older key conditions may stand beside expressions, as long as the key has none.
            boolean keyExpression = request.hasNonNull(ExpressionKind.KEY_CONDITION.member());
            List<String> older = present(kinds.stream()
                    .filter(kind -> kind != ExpressionKind.KEY_CONDITION || keyExpression)
                    .flatMap(kind -> kind.olderMembers().stream()));
            if (!expressions.isEmpty() && !older.isEmpty()) {
                throw AwsError.validation(
                        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {%s} Expression parameters: {%s}"
                                .formatted(String.join(", ", older), String.join(", ", expressions)));
            }
        }

        private void readSubstitutions(List<String> expressions) {
            if (request.hasNonNull(NAMES)) {
                if (expressions.isEmpty()) {
                    throw AwsError.validation(NAMES + " can only be specified when using expressions");
                }
                substitutions.readNames(request.get(NAMES));
            }
            List<String> withValues = kinds.stream()
                    .filter(kind -> kind != ExpressionKind.PROJECTION)
                    .map(ExpressionKind::member)
                    .toList();
            if (request.hasNonNull(VALUES) && !withValues.isEmpty()) {
                if (withValues.stream().noneMatch(expressions::contains)) {
                    throw AwsError.validation(
                            VALUES + " can only be specified when using expressions" + missing(withValues));
                }
                substitutions.readValues(request.get(VALUES));
            }
        }

        /** The older layer names the expressions that could have used the values. */
        private String missing(List<String> members) {
            return messages.hasOlderWords()
                    ? ": " + String.join(" and ", members) + (members.size() > 1 ? " are null" : " is null")
                    : "";
        }

        private @Nullable TokenReader tokens(ExpressionKind kind) {
            JsonNode node = request.get(kind.member());
            if (node == null || node.isNull()) {
                return null;
            }
            if (!node.isString()) {
                throw AwsError.serialization("Unexpected type or value: " + kind.member());
            }
            return new TokenReader(kind, node.stringValue());
        }

        private @Nullable Condition condition(ExpressionKind kind) {
            TokenReader tokens = tokens(kind);
            if (tokens == null) {
                return null;
            }
            Syntax syntax = ConditionParser.parse(tokens);
            ConditionRules.check(syntax, tokens);
            return new ConditionBuilder(tokens, substitutions).build(syntax);
        }

        private @Nullable KeyCondition key() {
            TokenReader tokens = tokens(ExpressionKind.KEY_CONDITION);
            if (tokens == null) {
                return null;
            }
            Syntax syntax = ConditionParser.parse(tokens);
            ConditionRules.check(syntax, tokens);
            Condition condition = new ConditionBuilder(tokens, substitutions).build(syntax);
            return new KeyConditionBuilder(tokens).build(syntax, condition);
        }

        private @Nullable Update update() {
            TokenReader tokens = tokens(ExpressionKind.UPDATE);
            return tokens == null ? null : new UpdateBuilder(tokens, substitutions).build(UpdateParser.parse(tokens));
        }

        private @Nullable Projection projection() {
            TokenReader tokens = tokens(ExpressionKind.PROJECTION);
            return tokens == null ? LegacyProjection.read(request) : ProjectionParser.parse(tokens, substitutions);
        }
    }
}
