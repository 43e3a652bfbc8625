package localgov.ims.councils;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Work that nobody waits for, kept in the database so that any instance may do it, one does it, and a
/// killed one's work is taken up by another. Rooms register their jobs while they are made; the queue
/// starts when all are there.
@Component
public class Jobs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String TABLE = "platform.scheduled_task";
    private static final int WORKERS = 4;

    private final Councils councils;
    private final DataSource dataSource;
    private final InstantSource clock;
    private final boolean wanted;
    private final List<RecurringTask<Void>> regular = new ArrayList<>();
    private final Map<String, OneTimeTask<Void>> single = new LinkedHashMap<>();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Scheduler scheduler;

    Jobs(Councils councils, DataSource dataSource, InstantSource clock, @Value("${ims.jobs:true}") boolean wanted) {
        this.councils = councils;
        this.dataSource = dataSource;
        this.clock = clock;
        this.wanted = wanted;
    }

    /// Does the work within each council in turn, with at least `pause` between the end of one round and the next.
    public void every(String name, Duration pause, Runnable work) {
        regular.add(Tasks.recurring(name, FixedDelay.of(pause))
                .execute((_, _) -> councils.each(council -> carefully(name, council, work))));
    }

    /// Names work that `soon` asks for; it is handed the subject. Asking twice for the same subject is asking once.
    public void named(String name, Consumer<String> work) {
        single.put(name, Tasks.oneTime(name).execute((instance, _) -> {
            var place = instance.getId().split("/", 2);
            var council = new CouncilId(place[0]);
            CurrentCouncil.within(council, () -> carefully(name, council, () -> work.accept(place[1])));
        }));
    }

    /// Asks for named work on a subject of the current council, as soon as a worker is free. Call it
    /// after the database transaction that made the subject; a room that must not miss one also looks
    /// for forgotten ones with `every`.
    public void soon(String name, String subject) {
        var running = scheduler;
        var task = single.get(name);
        if (running != null && task != null) {
            var instance = task.instance(CurrentCouncil.id() + "/" + subject);
            asking.execute(() -> ask(running, instance));
        }
    }

    /// On a thread of its own, which belongs to no council: the queue is not a council's, and a council's role
    /// cannot reach it.
    private void ask(Scheduler running, TaskInstance<Void> instance) {
        try {
            running.scheduleIfNotExists(instance, clock.instant());
            running.triggerCheckForDueExecutions();
        } catch (RuntimeException e) {
            LOG.warn("{} was not asked for; it is found when somebody looks for forgotten work", instance, e);
        }
    }

    /// The edge of the job runner: what one council's work breaks is logged and stops there.
    private static void carefully(String name, CouncilId council, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The job {} broke for the council {}", name, council, e);
        }
    }

    @Override
    public void start() {
        if (!wanted || isRunning()) {
            return;
        }
        List<Task<?>> known = new ArrayList<>(single.values());
        scheduler = Scheduler.create(dataSource, known)
                .startTasks(regular)
                .tableName(TABLE)
                .threads(WORKERS)
                .executorService(Executors.newFixedThreadPool(
                        WORKERS, Thread.ofPlatform().name("job-", 1).factory()))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
        scheduler.start();
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
