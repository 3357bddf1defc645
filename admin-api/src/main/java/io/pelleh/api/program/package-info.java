/** Opening a program: its row, its first release, its first key. */
@NullMarked
package io.pelleh.api.program;

import org.jspecify.annotations.NullMarked;
