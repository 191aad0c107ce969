/** From stream records to lines, or to the reason why there is none. */
@NullMarked
package io.tillstream.consumers.decode;

import org.jspecify.annotations.NullMarked;
