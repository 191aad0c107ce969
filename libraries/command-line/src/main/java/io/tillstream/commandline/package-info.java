/** Commands that run for a while: what they show meanwhile, and how they end before their time. */
@NullMarked
package io.tillstream.commandline;

import org.jspecify.annotations.NullMarked;
