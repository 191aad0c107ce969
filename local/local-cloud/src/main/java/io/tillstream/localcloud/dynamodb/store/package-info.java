/** An ordered, durable store of entries for all tables of DynamoDB. */
@NullMarked
package io.tillstream.localcloud.dynamodb.store;

import org.jspecify.annotations.NullMarked;
