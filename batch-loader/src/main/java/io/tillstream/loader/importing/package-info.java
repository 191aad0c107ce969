/** The job {@code import}: files into the lake, the look-ups and the warehouse. */
@NullMarked
package io.tillstream.loader.importing;

import org.jspecify.annotations.NullMarked;
