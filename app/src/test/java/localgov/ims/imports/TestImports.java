package localgov.ims.imports;

import java.util.List;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import org.springframework.beans.factory.ObjectProvider;

/// Imports for tests without Spring.
public final class TestImports {
    private TestImports() {}

    public static Imports on(TestCouncil council, KindOfFile... kinds) {
        var store = new ImportStore(council.db);
        var holds = new HoldStore(council.db);
        var lines = new LineStore(council.db);
        var manager = council.transactions.getTransactionManager();
        var contents = new Contents(council.db, manager);
        var sources = new Sources(new SourceStore(council.db));
        var profiles = new Profiles(council.db);
        var reading = new FileReading(
                store,
                holds,
                new LeftOutStore(council.db),
                lines,
                new PreviewStore(council.db),
                new ReversalStore(council.db),
                new Evidence(new StatementStore(council.db)),
                contents,
                new Standings(new BankAccounts(council.db), manager),
                sources,
                profiles,
                provider(List.<TakesAdvices>of()),
                Audits.on(council),
                council.clock(),
                council.dataSource,
                manager);
        return new Imports(
                store,
                new LeftOutStore(council.db),
                holds,
                lines,
                new LineEvidence(council.db),
                contents,
                reading,
                sources,
                profiles,
                provider(List.of(kinds)),
                Audits.on(council),
                council.clock(),
                council.transactions,
                _ -> {});
    }

    private static <T> ObjectProvider<T> provider(List<T> all) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return all.stream();
            }

            @Override
            public Stream<T> orderedStream() {
                return all.stream();
            }
        };
    }
}
