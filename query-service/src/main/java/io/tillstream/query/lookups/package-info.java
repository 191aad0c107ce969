/** The store of the look-ups, asked within a deadline. */
@NullMarked
package io.tillstream.query.lookups;

import org.jspecify.annotations.NullMarked;
