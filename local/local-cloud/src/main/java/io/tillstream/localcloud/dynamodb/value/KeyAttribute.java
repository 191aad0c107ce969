package io.tillstream.localcloud.dynamodb.value;

/** An attribute that is part of a key, with its type: {@code S}, {@code N} or {@code B}. */
public record KeyAttribute(String name, String type) {}
