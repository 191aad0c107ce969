/** Generated rows of a feed: files of the shape and with the quirks of real ones, the same whenever the seed is. */
@NullMarked
package io.tillstream.producer.generate;

import org.jspecify.annotations.NullMarked;
