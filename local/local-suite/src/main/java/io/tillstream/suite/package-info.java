/** The whole pipeline in one JVM: {@code ./tillstream up} and {@code ./tillstream demo}. */
@NullMarked
package io.tillstream.suite;

import org.jspecify.annotations.NullMarked;
