/** The cloud in a container, and what it is asked there. */
@NullMarked
package io.tillstream.containers;

import org.jspecify.annotations.NullMarked;
