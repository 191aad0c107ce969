/** What the compose files promise, looked at where there is no container engine. */
@NullMarked
package io.tillstream.suite.compose;

import org.jspecify.annotations.NullMarked;
