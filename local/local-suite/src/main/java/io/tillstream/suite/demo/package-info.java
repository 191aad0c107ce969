/** A generated day of trade, sent and looked up. */
@NullMarked
package io.tillstream.suite.demo;

import org.jspecify.annotations.NullMarked;
