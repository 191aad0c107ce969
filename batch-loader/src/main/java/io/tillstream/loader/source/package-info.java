/** Where files come from. */
@NullMarked
package io.tillstream.loader.source;

import org.jspecify.annotations.NullMarked;
