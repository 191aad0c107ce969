package io.tillstream.localcloud.firehose;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names an object as Firehose does: evaluated prefix, stream, version, time and a random part. */
final class ObjectName {

    static final Pattern EXPRESSION = Pattern.compile("!\\{(timestamp|firehose):([^}]*)}");
    private static final DateTimeFormatter DEFAULT_FOLDERS = DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/");
    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");

    private static final int MAX_KEY_CHARACTERS = 1024;

    private ObjectName() {}

    /** Gives the key of an object whose oldest record came at a moment. */
    static String of(DeliveryDescription stream, Instant oldest) {
        Destination destination = stream.destination();
        ZonedDateTime time = oldest.atZone(destination.zone());
        return evaluated(destination.prefix(), time)
                + String.join("-", stream.name(), stream.version(), NAME_TIME.format(time), "" + UUID.randomUUID())
                + destination.extension();
    }

    /** Refuses prefixes that Firehose does not take, or that could not be evaluated when the first object is due. */
    static void check(DeliveryDescription stream) {
        PrefixRules.check(stream.destination());
        try {
            if (of(stream, stream.created()).length() > MAX_KEY_CHARACTERS) {
                throw FirehoseErrors.invalid("Prefix makes keys longer than S3 takes");
            }
        } catch (IllegalArgumentException e) {
            throw FirehoseErrors.invalid(
                    "Prefix cannot be evaluated: " + stream.destination().prefix());
        }
    }

    private static String evaluated(String prefix, ZonedDateTime time) {
        String folders = prefix.contains("!{timestamp:") ? "" : DEFAULT_FOLDERS.format(time);
        return EXPRESSION.matcher(prefix).replaceAll(match -> Matcher.quoteReplacement(value(match, time))) + folders;
    }

    private static String value(MatchResult expression, ZonedDateTime time) {
        String argument = expression.group(2);
        if (expression.group(1).equals("timestamp")) {
            return DateTimeFormatter.ofPattern(argument).format(time);
        }
        if (argument.equals("random-string")) {
            return UUID.randomUUID().toString().substring(0, 11);
        }
        throw new IllegalArgumentException(argument);
    }
}
