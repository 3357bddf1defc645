/** Lists of customers from MySQL. */
@NullMarked
package io.pelleh.api.customer.mysql;

import org.jspecify.annotations.NullMarked;
