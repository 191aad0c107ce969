/** What clients of AWS may rely on, asked of an endpoint by AWS's own SDK and by KCL. */
@NullMarked
package io.tillstream.localcloud.contract;

import org.jspecify.annotations.NullMarked;
