package io.tillstream.localcloud.dynamodb.expression;

import java.util.Set;

/** The names of types, and which of them have an order. */
public final class OperandTypes {

    static final Set<String> NAMES = Set.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");
    static final Set<String> ORDERED = Set.of("S", "N", "B");
    public static final Set<String> SETS = Set.of("SS", "NS", "BS");

    private OperandTypes() {}
}
