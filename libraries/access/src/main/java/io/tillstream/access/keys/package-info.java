/** Keys: how they are made, kept and recognised. */
@NullMarked
package io.tillstream.access.keys;

import org.jspecify.annotations.NullMarked;
