package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.protocol.AwsError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How an operation words the faults of attribute values. The real service checks them in an older and in a newer
 * layer, and each operation uses one of the two.
 */
public enum ValueMessages {
    /** PutItem, UpdateItem and DeleteItem: the newer words, after a count of errors. */
    COUNTED("1 validation error detected: "),
    /** GetItem, BatchGetItem, Query and statements: the newer words alone. */
    NEWER(""),
    /** BatchWriteItem, Scan and transactions: the older words. */
    OLDER("");

    private static final String INVALID = "One or more parameter values were invalid: ";

    private final String prefix;

    ValueMessages(String prefix) {
        this.prefix = prefix;
    }

    /** A fault of a request, worded as this layer words it. */
    public AwsError fault(String message) {
        return AwsError.validation(prefix + message);
    }

    AwsError invalid(String message) {
        return fault(INVALID + message);
    }

    AwsError notNumeric(String text) {
        String message = "The parameter cannot be converted to a numeric value";
        return fault(this == OLDER && text.isEmpty() ? message : message + ": " + text);
    }

    AwsError duplicateTexts(List<String> members) {
        String shown = this == OLDER
                ? String.join(", ", members)
                : firstRepeat(members, ValueOrder::compareTexts).stream()
                        .map(member -> '"' + member + '"')
                        .collect(Collectors.joining(", "));
        return invalid("Input collection [" + shown + "] contains duplicates.");
    }

    AwsError duplicateBinaries(List<ByteBuffer> members) {
        String shown = this == OLDER
                ? members.stream().map(ValueMessages::base64).collect(Collectors.joining(", "))
                : firstRepeat(members, ValueOrder::compareBinaries).stream()
                        .map(member -> '"' + base64(member) + '"')
                        .collect(Collectors.joining(","));
        return invalid("Input collection [" + shown + "]of type BS contains duplicates.");
    }

    AwsError duplicateNumbers() {
        return this == OLDER
                ? fault("Input collection contains duplicates")
                : invalid("Input collection contains duplicates.");
    }

    /** The members before the first repeat in their order, then the repeat and the rest as sent. */
    private static <T> List<T> firstRepeat(List<T> members, Comparator<T> order) {
        SortedSet<T> seen = new TreeSet<>(order);
        Iterator<T> rest = members.iterator();
        List<T> shown = new ArrayList<>();
        while (rest.hasNext() && shown.isEmpty()) {
            T member = rest.next();
            if (!seen.add(member)) {
                shown.addAll(seen);
                shown.add(member);
            }
        }
        rest.forEachRemaining(shown::add);
        return shown;
    }

    private static String base64(ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytesOf(bytes));
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }
}
