/** A small shop to try Pelleh on: made up, loaded once, and shown by the banner of the first start. */
@NullMarked
package io.pelleh.api.demo;

import org.jspecify.annotations.NullMarked;
