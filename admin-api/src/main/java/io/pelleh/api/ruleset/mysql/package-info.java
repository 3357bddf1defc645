/** What nodes made of releases, in MySQL. */
@NullMarked
package io.pelleh.api.ruleset.mysql;

import org.jspecify.annotations.NullMarked;
