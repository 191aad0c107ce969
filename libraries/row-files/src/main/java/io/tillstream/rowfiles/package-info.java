/** Files of rows: what they are found to be, and their rows one at a time. */
@NullMarked
package io.tillstream.rowfiles;

import org.jspecify.annotations.NullMarked;
