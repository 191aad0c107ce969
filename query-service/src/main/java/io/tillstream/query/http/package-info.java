/** What all answers have in common: problem details, and money as exact JSON numbers. */
@NullMarked
package io.tillstream.query.http;

import org.jspecify.annotations.NullMarked;
