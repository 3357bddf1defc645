/** API keys in MySQL. */
@NullMarked
package io.pelleh.api.security.mysql;

import org.jspecify.annotations.NullMarked;
