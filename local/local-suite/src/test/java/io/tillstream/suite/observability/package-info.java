/** What Prometheus and Grafana are given, held against what the services really tell. */
@NullMarked
package io.tillstream.suite.observability;

import org.jspecify.annotations.NullMarked;
