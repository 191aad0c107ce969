/** The feed that the guide to adding one shows. */
@NullMarked
package io.tillstream.suite.example;

import org.jspecify.annotations.NullMarked;
