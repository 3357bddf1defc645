/** The journal in MySQL: one transaction for many commits, and what is read from it. */
@NullMarked
package io.pelleh.api.journal.mysql;

import org.jspecify.annotations.NullMarked;
