package localgov.ims.councils;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    final TestCouncil council = TestCouncil.fresh();
    final Jobs jobs = new Jobs(new Councils(council.ownerPool()), council.dataSource, InstantSource.system(), true);

    @AfterEach
    void stop() {
        jobs.stop();
        council.close();
    }

    @Test
    void workAskedForWithinACouncilIsDoneSoonWithinThatCouncil() throws Exception {
        var done = new LinkedBlockingQueue<String>();
        jobs.named("told", subject -> done.add(CurrentCouncil.id() + " " + subject));
        jobs.start();
        council.within(() -> jobs.soon("told", "a/b"));
        assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("aldermere a/b");
    }

    @Test
    void regularWorkIsDoneWithinEachCouncilAndGoesOnAfterItBroke() throws Exception {
        var rounds = new CountDownLatch(2);
        jobs.every("regular", Duration.ofMillis(100), () -> {
            rounds.countDown();
            throw new IllegalStateException(CurrentCouncil.id() + " breaks");
        });
        jobs.start();
        assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
