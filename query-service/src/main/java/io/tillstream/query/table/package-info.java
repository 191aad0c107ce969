/** Answers that are rows of equal columns: as JSON, or as CSV for those who ask for it. */
@NullMarked
package io.tillstream.query.table;

import org.jspecify.annotations.NullMarked;
