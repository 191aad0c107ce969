/** How the stores of this module call DynamoDB: how often at once, how often again, and what of it is counted. */
@NullMarked
package io.tillstream.storecalls;

import org.jspecify.annotations.NullMarked;
