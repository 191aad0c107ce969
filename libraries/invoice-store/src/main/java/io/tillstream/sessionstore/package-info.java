/** The sessions of shops: their events, what they come to, and whose they are. */
@NullMarked
package io.tillstream.sessionstore;

import org.jspecify.annotations.NullMarked;
