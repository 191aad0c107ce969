/** Programs that measure the services beside their neighbours, each to be run by hand. */
@NullMarked
package io.tillstream.benchmark;

import org.jspecify.annotations.NullMarked;
