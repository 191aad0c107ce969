package io.tillstream.localcloud.dynamodb.expression;

/** An attribute of a key, and its type: S, N or B. */
public record KeyPart(String name, String type) {}
