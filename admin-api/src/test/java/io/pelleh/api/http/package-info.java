/** The HTTP interface on a real Tomcat, over the real flow with ports in memory. */
@NullMarked
package io.pelleh.api.http;

import org.jspecify.annotations.NullMarked;
