package io.tillstream.ingest.rules;

import dev.cel.common.types.CelType;
import io.tillstream.model.FeedLine;
import java.util.function.Function;

/**
 * What an expression can ask about a line.
 *
 * @param name as expressions call it
 * @param value that of a line, of the type
 */
record LineVariable(String name, CelType type, Function<FeedLine, Object> value) {}
