package localgov.ims.councils;

import localgov.ims.TestCouncil;

/// A queue of jobs that never runs, for tests that call the work themselves.
public final class IdleJobs {
    private IdleJobs() {}

    public static Jobs on(TestCouncil council) {
        return new Jobs(new Councils(council.dataSource), council.dataSource, council.clock(), false);
    }
}
