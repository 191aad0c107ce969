/** The whole suite under attack from outside: hostile requests, rows, clocks, shops, faults and kills. */
@NullMarked
package io.tillstream.suite.attack;

import org.jspecify.annotations.NullMarked;
