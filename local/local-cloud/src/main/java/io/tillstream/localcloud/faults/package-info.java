/** How a service is told to misbehave. */
@NullMarked
package io.tillstream.localcloud.faults;

import org.jspecify.annotations.NullMarked;
