/** The application under load: a process of its own, with a yardstick beside the real endpoints. */
@NullMarked
package io.pelleh.bench.shop;

import org.jspecify.annotations.NullMarked;
