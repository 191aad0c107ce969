/** How the line of a row that brings no line id is identified, so that sending it again changes nothing. */
@NullMarked
package io.tillstream.model.identity;

import org.jspecify.annotations.NullMarked;
