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
 * How an operation reads numbers and words the faults of attribute values. The real service checks them in an older and
 * in a newer layer. The words of PutItem, UpdateItem and DeleteItem are those of before June 2026; since then, region by
 * region, the service puts a count of errors before them.
 */
public enum ValueMessages {
    /** PutItem, UpdateItem and DeleteItem. */
    OLDER_WORDS(true, false),
    /** GetItem, BatchGetItem and Query. */
    NEWER(false, false),
    /** BatchWriteItem, Scan, transactions and statements. */
    OLDER(true, true);

    private final boolean olderWords;
    private final boolean olderNumbers;

    ValueMessages(boolean olderWords, boolean olderNumbers) {
        this.olderWords = olderWords;
        this.olderNumbers = olderNumbers;
    }

    public boolean hasOlderWords() {
        return olderWords;
    }

    /** Whether exponents are read as numbers of 32 bits. */
    boolean hasOlderNumbers() {
        return olderNumbers;
    }

    /** A fault of one of the values that a request gives. */
    public static AwsError invalid(String message) {
        return AwsError.validation("One or more parameter values were invalid: " + message);
    }

    AwsError notNumeric(String text) {
        String message = "The parameter cannot be converted to a numeric value";
        return AwsError.validation(olderNumbers && text.isEmpty() ? message : message + ": " + text);
    }

    AwsError duplicateTexts(List<String> members) {
        String shown = olderWords
                ? String.join(", ", members)
                : firstRepeat(members, ValueOrder::compareTexts).stream()
                        .map(member -> '"' + member + '"')
                        .collect(Collectors.joining(", "));
        return invalid("Input collection [" + shown + "] contains duplicates.");
    }

    AwsError duplicateBinaries(List<ByteBuffer> members) {
        String shown = olderWords
                ? members.stream().map(ValueMessages::base64).collect(Collectors.joining(", "))
                : firstRepeat(members, ValueOrder::compareBinaries).stream()
                        .map(member -> '"' + base64(member) + '"')
                        .collect(Collectors.joining(","));
        return invalid("Input collection [" + shown + "]of type BS contains duplicates.");
    }

    AwsError duplicateNumbers() {
        return olderWords
                ? AwsError.validation("Input collection contains duplicates")
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
        return Base64.getEncoder().encodeToString(Value.Binary.bytesOf(bytes));
    }
}
