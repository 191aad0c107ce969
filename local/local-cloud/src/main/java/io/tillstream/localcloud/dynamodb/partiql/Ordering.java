package io.tillstream.localcloud.dynamodb.partiql;

/** An attribute to order by, upwards or downwards. */
public record Ordering(String attribute, boolean descending) {}
