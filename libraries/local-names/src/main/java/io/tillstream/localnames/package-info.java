/** By which names a program is called that answers its own machine only. */
@NullMarked
package io.tillstream.localnames;

import org.jspecify.annotations.NullMarked;
