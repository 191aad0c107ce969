package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the members of a request, which the service tells all at once. */
final class MemberChecks {

    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

    private static final int MAX_NAME = 255;
    // A value may be as large as its request, and so would be the message.
    private static final int MAX_SHOWN = 16 * 1024;

    private final AwsRequest request;
    private final List<String> faults = new ArrayList<>();

    MemberChecks(AwsRequest request) {
        this.request = request;
    }

    /** Throws if anything was wrong so far. */
    void done() {
        if (!faults.isEmpty()) {
            throw AwsError.validation("%d validation error%s detected: %s"
                    .formatted(faults.size(), faults.size() == 1 ? "" : "s", String.join("; ", faults)));
        }
    }

    void add(String fault) {
        faults.add(fault);
    }

    /** A fault of a value, which is shown; of a long one, the beginning is. */
    void add(@Nullable Object value, String member, String constraint) {
        String shown = value == null ? "null" : "'" + beginning(value.toString()) + "'";
        faults.add("Value %s at '%s' failed to satisfy constraint: %s".formatted(shown, member, constraint));
    }

    private static String beginning(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + "...";
    }

    /** A length out of bounds, told with what is shown of the value. */
    void length(Object shown, String member, int length, int least, int most) {
        if (length < least || length > most) {
            add(shown, member, lengthConstraint(length, least, most));
        }
    }

    /** A length out of bounds, of a value that is not shown. */
    void lengthOnly(String member, int length, int least, int most) {
        if (length < least || length > most) {
            add("Value at '%s' failed to satisfy constraint: %s"
                    .formatted(member, lengthConstraint(length, least, most)));
        }
    }

    private static String lengthConstraint(int length, int least, int most) {
        return "Member must have length "
                + (length < least ? "greater than or equal to " + least : "less than or equal to " + most);
    }

    /** The name of the table; empty if there is none. */
    String tableName() {
        String name = request.text("TableName").map(MemberChecks::withoutArn).orElse(null);
        if (name == null || !name.isEmpty()) {
            checkName(name, "tableName", 1);
        } else {
            length(name, "tableName", 0, 1, MAX_NAME);
        }
        return name == null ? "" : name;
    }

    /** The name of the table as operations on tables want it. */
    String requiredTableName() {
        String name = request.text("TableName")
                .map(MemberChecks::withoutArn)
                .orElseThrow(() -> AwsError.validation(
                        "The parameter 'TableName' is required but was not present in the request"));
        checkName(name, "tableName", 3);
        return name;
    }

    void checkName(@Nullable String name, String member, int minLength) {
        if (name == null) {
            add(null, member, "Member must not be null");
            return;
        }
        if (!NAME.matcher(name).matches()) {
            add(name, member, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        length(name, member, name.length(), minLength, MAX_NAME);
    }

    void oneOf(String member, String... values) {
        request.text(member).ifPresent(value -> valueOneOf(value, lowerFirst(member), values));
    }

    void valueOneOf(String value, String path, String... values) {
        if (!List.of(values).contains(value)) {
            add(value, path, "Member must satisfy enum value set: [" + String.join(", ", values) + "]");
        }
    }

    void returnConsumedCapacity() {
        oneOf("ReturnConsumedCapacity", "INDEXES", "TOTAL", "NONE");
    }

    void returnItemCollectionMetrics() {
        oneOf("ReturnItemCollectionMetrics", "SIZE", "NONE");
    }

    void returnValues() {
        oneOf("ReturnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    }

    void atLeast(String member, int least) {
        atLeast(request, member, "", least);
    }

    /** The same, of a structure within the request. */
    void atLeast(AwsRequest owner, String member, String path, int least) {
        OptionalInt value = owner.number(member);
        if (value.isPresent() && value.getAsInt() < least) {
            add(
                    value.getAsInt(),
                    path + lowerFirst(member),
                    "Member must have value greater than or equal to " + least);
        }
    }

    void atMost(String member, int most) {
        OptionalInt value = request.number(member);
        if (value.isPresent() && value.getAsInt() > most) {
            add(value.getAsInt(), lowerFirst(member), "Member must have value less than or equal to " + most);
        }
    }

    void required(String member) {
        required(request, member, "");
    }

    /** The same, of a structure within the request. */
    void required(AwsRequest owner, String member, String path) {
        if (!owner.has(member)) {
            add(null, path + lowerFirst(member), "Member must not be null");
        }
    }

    static String lowerFirst(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }

    /** Tables may be named by their ARN as well. */
    static String withoutArn(String name) {
        int table = name.startsWith("arn:") ? name.indexOf(":table/") : -1;
        return table < 0 ? name : name.substring(table + ":table/".length());
    }
}
