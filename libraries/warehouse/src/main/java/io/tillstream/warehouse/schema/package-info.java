/** The warehouse's tables and views, by dialect. */
@NullMarked
package io.tillstream.warehouse.schema;

import org.jspecify.annotations.NullMarked;
