/** The description of the API, for machines and for people. */
@NullMarked
package io.pelleh.api.openapi;

import org.jspecify.annotations.NullMarked;
