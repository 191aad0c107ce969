/** The sink that docs/adding-a-sink.md takes apart. */
@NullMarked
package io.tillstream.consumers.example;

import org.jspecify.annotations.NullMarked;
