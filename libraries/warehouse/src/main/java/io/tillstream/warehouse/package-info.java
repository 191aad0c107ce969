/** The warehouse: a schema, one way to load it, and the views that BI reads. */
@NullMarked
package io.tillstream.warehouse;

import org.jspecify.annotations.NullMarked;
