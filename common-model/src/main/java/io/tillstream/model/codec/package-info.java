/** The JSON forms: a line on the wire and in the lake, and rows as they arrive in a request body. */
@NullMarked
package io.tillstream.model.codec;

import org.jspecify.annotations.NullMarked;
