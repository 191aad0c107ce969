/** A file, row by row: read, identified, selected, handed to shops, and sent by them. */
@NullMarked
package io.tillstream.producer.replay;

import org.jspecify.annotations.NullMarked;
