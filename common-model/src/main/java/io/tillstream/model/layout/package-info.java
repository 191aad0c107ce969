/** The names and keys under which lines are stored: stream, bucket, tables, objects and items. */
@NullMarked
package io.tillstream.model.layout;

import org.jspecify.annotations.NullMarked;
