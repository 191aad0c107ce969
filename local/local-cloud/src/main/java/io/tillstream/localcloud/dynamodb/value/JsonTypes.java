package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.protocol.AwsError;
import java.nio.ByteBuffer;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Requires JSON of the expected kind; another is a {@code SerializationException}, as before any validation. */
public final class JsonTypes {

    private JsonTypes() {}

    static void requireObject(JsonNode node) {
        if (!node.isObject()) {
            throw node.isArray()
                    ? AwsError.serialization("Start of list found where not expected")
                    : AwsError.serialization("Unexpected token received from parser");
        }
    }

    static void requireArray(JsonNode node) {
        if (!node.isArray()) {
            throw node.isObject()
                    ? AwsError.serialization("Start of structure or map found where not expected")
                    : AwsError.serialization("Unexpected token received from parser");
        }
    }

    public static String text(JsonNode node) {
        if (!node.isString()) {
            throw unconvertible(node, "String");
        }
        return node.stringValue();
    }

    public static boolean flag(JsonNode node) {
        if (!node.isBoolean()) {
            throw unconvertible(node, "Boolean");
        }
        return node.booleanValue();
    }

    static ByteBuffer bytes(JsonNode node) {
        String text = text(node);
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw AwsError.serialization("'%s' can not be converted to a Blob: %s".formatted(text, e.getMessage()));
        }
    }

    private static AwsError unconvertible(JsonNode node, String type) {
        if (node.isObject()) {
            return AwsError.serialization("Start of structure or map found where not expected");
        }
        if (node.isArray()) {
            return AwsError.serialization("Unrecognized collection type class java.lang." + type);
        }
        String kind = node.isBoolean()
                ? (node.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE")
                : node.isString() ? "STRING_VALUE" : node.isNull() ? "NULL_VALUE" : "NUMBER_VALUE";
        return AwsError.serialization(kind + " cannot be converted to " + type);
    }
}
