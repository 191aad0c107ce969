/** The sink that docs/develop/adding-a-sink.md takes apart. */
@NullMarked
package io.tillstream.consumers.example;

import org.jspecify.annotations.NullMarked;
