/** Creates in a cloud, embedded or emulated, what the stacks create in AWS. */
@NullMarked
package io.tillstream.suite.bootstrap;

import org.jspecify.annotations.NullMarked;
