/** What tables are made of: their definitions, the keys of their entries, and how a change of an item is stored. */
@NullMarked
package io.tillstream.localcloud.dynamodb.tables;

import org.jspecify.annotations.NullMarked;
