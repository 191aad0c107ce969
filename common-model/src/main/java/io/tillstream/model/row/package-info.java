/** From a raw row, as a producer wrote it, to a line or to a rejection that names every fault. */
@NullMarked
package io.tillstream.model.row;

import org.jspecify.annotations.NullMarked;
