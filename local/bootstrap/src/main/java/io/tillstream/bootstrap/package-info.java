/** Creates in a cloud, embedded or emulated, what the stacks create in AWS. */
@NullMarked
package io.tillstream.bootstrap;

import org.jspecify.annotations.NullMarked;
