/** Dead letters: what could not be decoded, as it came, with the reason. */
@NullMarked
package io.tillstream.consumers.rejected;

import org.jspecify.annotations.NullMarked;
