/** Events in: CloudEvents over HTTP, one or many at a time. */
@NullMarked
package io.pelleh.api.event;

import org.jspecify.annotations.NullMarked;
