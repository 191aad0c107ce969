/** The look-up table Sessions. */
@NullMarked
package io.tillstream.consumers.sessions;

import org.jspecify.annotations.NullMarked;
