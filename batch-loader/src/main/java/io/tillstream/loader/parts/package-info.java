/** From the rows of a file to parts: objects of lines in the form of the lake. */
@NullMarked
package io.tillstream.loader.parts;

import org.jspecify.annotations.NullMarked;
