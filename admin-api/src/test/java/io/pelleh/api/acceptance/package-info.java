/** The promises of the product, asked of the whole application over HTTP. */
@NullMarked
package io.pelleh.api.acceptance;

import org.jspecify.annotations.NullMarked;
