package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.Filed;
import io.pelleh.engine.flow.Filed.Asked;
import io.pelleh.engine.program.ProgramId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders, checkouts and customers of several callers, one statement for each table. */
final class FilesRead implements ReadingRoom.Shelf<Asked, Filed> {

    private final Reads reads;

    FilesRead(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<Filed> read(List<Asked> questions) {
        Map<Asked, Filed> filed = new HashMap<>();
        questions.stream()
                .collect(Collectors.groupingBy(Asked::program))
                .forEach((program, asked) -> read(program, asked, filed));
        return questions.stream().map(filed::get).toList();
    }

    private void read(ProgramId program, List<Asked> questions, Map<Asked, Filed> filed) {
        var orders = found(questions, Asked::order, ids -> reads.orders(program, ids));
        var checkouts = found(questions, asked -> text(asked.checkout()), ids -> reads.checkouts(program, ids));
        var customers = found(questions, asked -> text(asked.customer()), ids -> reads.states(program, ids));
        for (Asked asked : questions) {
            filed.put(
                    asked,
                    new Filed(
                            asked,
                            orders.get(asked.order()),
                            checkouts.get(text(asked.checkout())),
                            customers.get(text(asked.customer()))));
        }
    }

    private static <T> Map<String, T> found(
            List<Asked> questions,
            Function<Asked, @Nullable String> id,
            Function<Collection<String>, Map<String, T>> read) {
        List<String> ids = new ArrayList<>();
        for (Asked asked : questions) {
            String wanted = id.apply(asked);
            if (wanted != null) {
                ids.add(wanted);
            }
        }
        return ids.isEmpty() ? Collections.emptyMap() : read.apply(ids);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
