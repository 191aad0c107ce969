/** What Prometheus and Grafana are given, held against what the services really tell. */
@NullMarked
package io.tillstream.dashboards;

import org.jspecify.annotations.NullMarked;
