/** The whole suite under attack from outside: hostile requests, rows, clocks, shops, faults and kills. */
@NullMarked
package io.tillstream.attack;

import org.jspecify.annotations.NullMarked;
