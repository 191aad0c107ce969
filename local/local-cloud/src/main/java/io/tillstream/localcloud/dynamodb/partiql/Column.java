package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath;

/** A column of a SELECT: where its value is, and the name it gets. */
public record Column(DocumentPath path, String name) {}
