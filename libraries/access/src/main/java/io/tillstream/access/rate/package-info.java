/** How much a caller may send in a second. */
@NullMarked
package io.tillstream.access.rate;

import org.jspecify.annotations.NullMarked;
