/** What runs inside the child process, beside DynamoDB Local; it may use nothing else of this module. */
@NullMarked
package io.tillstream.localcloud.dynamodb.launcher;

import org.jspecify.annotations.NullMarked;
