package localgov.ims.formats;

/// Nothing more of the file can be read with certainty. What the sink was told before must not be used.
public final class UnreadableFile extends Exception {

    private final transient Problem problem;

    /// For a reason in one place.
    public UnreadableFile(Problem problem) {
        super(problem.problem());
        this.problem = problem;
    }

    /// For a reason that concerns the file as a whole.
    public UnreadableFile(String problem) {
        this(Problem.of(problem));
    }

    /// Line, column, value and reason.
    public Problem problem() {
        return problem;
    }
}
