/** Who may call what: API keys, scopes, size limits, headers. */
@NullMarked
package io.pelleh.api.security;

import org.jspecify.annotations.NullMarked;
