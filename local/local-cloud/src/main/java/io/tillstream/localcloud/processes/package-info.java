/** How child processes are started so that they stop after everything else, and never stay behind. */
@NullMarked
package io.tillstream.localcloud.processes;

import org.jspecify.annotations.NullMarked;
