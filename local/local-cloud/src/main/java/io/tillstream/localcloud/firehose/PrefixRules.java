package io.tillstream.localcloud.firehose;

/**
 * Which expressions are allowed in which prefix: developer guide, "Understand custom prefixes for Amazon S3 objects".
 */
final class PrefixRules {

    private static final String BEGIN = "!{";
    private static final String ERROR_TYPE = "!{firehose:error-output-type}";

    private PrefixRules() {}

    static void check(Destination destination) {
        String prefix = destination.prefix();
        String errors = destination.errorPrefix();
        if (prefix.contains(BEGIN) && errors.isEmpty()) {
            throw FirehoseErrors.invalid("ErrorOutputPrefix must be given when Prefix contains expressions");
        }
        if (prefix.contains(ERROR_TYPE)) {
            throw FirehoseErrors.invalid("Prefix must not contain " + ERROR_TYPE);
        }
        if (errors.contains(BEGIN) && !errors.contains(ERROR_TYPE)) {
            throw FirehoseErrors.invalid("ErrorOutputPrefix with expressions must contain " + ERROR_TYPE);
        }
        requireKnown("Prefix", prefix);
        requireKnown("ErrorOutputPrefix", errors.replace(ERROR_TYPE, ""));
    }

    private static void requireKnown(String name, String prefix) {
        if (ObjectName.EXPRESSION.matcher(prefix).replaceAll("").contains(BEGIN)) {
            throw FirehoseErrors.invalid(name + " contains an expression that there is not: " + prefix);
        }
    }
}
