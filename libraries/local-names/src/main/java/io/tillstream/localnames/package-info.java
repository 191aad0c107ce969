/** The names of a program that answers its own machine only. */
@NullMarked
package io.tillstream.localnames;

import org.jspecify.annotations.NullMarked;
