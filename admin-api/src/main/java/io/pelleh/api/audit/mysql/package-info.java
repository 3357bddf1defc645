/** The audit log in MySQL. */
@NullMarked
package io.pelleh.api.audit.mysql;

import org.jspecify.annotations.NullMarked;
