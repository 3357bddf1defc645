/** Drafts: changes over the files in force, edited by many, on their way to a release. */
@NullMarked
package io.pelleh.api.draft;

import org.jspecify.annotations.NullMarked;
