/** What every sink takes and promises. */
@NullMarked
package io.tillstream.consumers.sink;

import org.jspecify.annotations.NullMarked;
