/** Attribute values and items: what they are, how they are read from JSON, written, measured, ordered and stored. */
@NullMarked
package io.tillstream.localcloud.dynamodb.value;

import org.jspecify.annotations.NullMarked;
