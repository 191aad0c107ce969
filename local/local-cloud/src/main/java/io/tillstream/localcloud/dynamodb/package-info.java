/** DynamoDB Local as a child process, from the folder into which Maven copied it. */
@NullMarked
package io.tillstream.localcloud.dynamodb;

import org.jspecify.annotations.NullMarked;
