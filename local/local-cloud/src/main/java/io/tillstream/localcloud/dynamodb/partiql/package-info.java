/** Statements in PartiQL: read and checked, ready to be carried out. */
@NullMarked
package io.tillstream.localcloud.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;
