/** What the sinks into the tables of look-ups have in common. */
@NullMarked
package io.tillstream.consumers.lookups;

import org.jspecify.annotations.NullMarked;
