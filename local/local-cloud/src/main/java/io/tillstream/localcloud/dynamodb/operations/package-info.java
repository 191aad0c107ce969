/** The operations of DynamoDB: request → checks → tables and items → reply. */
@NullMarked
package io.tillstream.localcloud.dynamodb.operations;

import org.jspecify.annotations.NullMarked;
